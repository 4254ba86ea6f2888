// SPDX-License-Identifier: GPL-3.0-or-later

/// The standard normal value below which a share of the probability lies.
///
/// Algorithm AS 241 (PPND16) of M. J. Wichura, "The percentage points of the normal distribution", Applied
/// Statistics 37 (1988) 477-484; relative error about 1e-16.
///
/// - Parameter share: Above 0 and below 1.
func normalQuantile(_ share: Double) -> Double {
  let q = share - 0.5
  if q.magnitude <= 0.425 {
    let r = 0.180625 - q * q
    return q * polynomial(Wichura.a, r) / polynomial(Wichura.b, r)
  }
  let tail = q < 0 ? share : 1 - share
  let r = (-naturalLogarithm(tail)).squareRoot()
  let value =
    r <= 5
    ? polynomial(Wichura.c, r - 1.6) / polynomial(Wichura.d, r - 1.6)
    : polynomial(Wichura.e, r - 5) / polynomial(Wichura.f, r - 5)
  return q < 0 ? -value : value
}

/// The share of the standard normal distribution below a value.
///
/// Near the middle 1/2 + density * (x + x^3/3 + x^5/(3*5) + ...) of G. Marsaglia, "Evaluating the normal
/// distribution", Journal of Statistical Software 11 (2004) issue 4; in the tails the continued fraction of
/// Laplace (Abramowitz and Stegun 1964, 26.2.14).
func normalShare(below x: Double) -> Double {
  if x.isNaN { return x }
  if x.magnitude > 39 { return x < 0 ? 0 : 1 }
  let density = exponential(-x * x / 2) * 0.3989422804014327
  if x.magnitude < 2 {
    var term = x
    var sum = x
    for k in stride(from: 3.0, through: 61, by: 2) {
      term *= x * x / k
      sum += term
    }
    return 0.5 + density * sum
  }
  let t = x.magnitude
  var fraction = t
  for k in stride(from: 180.0, through: 1, by: -1) {
    fraction = t + k / fraction
  }
  let tail = density / fraction
  return x < 0 ? tail : 1 - tail
}

/// The standard normal distribution conditioned on lying between two values.
struct NormalWindow {
  private let mirrored: Bool
  private let low: Double
  private let high: Double
  private let below: Double
  /// The probability of the window before conditioning.
  let mass: Double

  /// The window between two values, either of which may be infinite. One in the upper half is computed by its
  /// mirror image, where shares keep their digits.
  init(from low: Double, to high: Double) {
    mirrored = low > 0
    self.low = mirrored ? -high : low
    self.high = mirrored ? -low : high
    below = normalShare(below: self.low)
    mass = normalShare(below: self.high) - below
  }

  /// The value below which a share of the window lies.
  func quantile(_ share: Double) -> Double {
    let u = below + mass * (mirrored ? 1 - share : share)
    let value = normalQuantile(max(.leastNormalMagnitude, min(u, 1 - .ulpOfOne / 2)))
    let inside = max(low, min(value, high))
    return mirrored ? -inside : inside
  }
}

private func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
  coefficients.reversed().reduce(0) { $0 * x + $1 }
}

/// The published coefficients of AS 241, constant term first.
private enum Wichura {
  static let a = [
    3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
    4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3,
  ]
  static let b = [
    1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
    2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3,
  ]
  static let c = [
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
    1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
  ]
  static let d = [
    1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
    1.05075007164441684324e-9,
  ]
  static let e = [
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
    2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5,
    2.01033439929228813265e-7,
  ]
  static let f = [
    1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
    7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
    2.04426310338993978564e-15,
  ]
}
