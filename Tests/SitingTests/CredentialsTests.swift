// SPDX-License-Identifier: GPL-3.0-or-later

import Sites
import Testing

@Suite("Passwords stay inside")
struct CredentialsTests {
  @Test(
    "What is secret in a source is hidden, what is not stays",
    arguments: [
      // PostgreSQL: blanks around the sign, quotes, escapes, other characters in an unquoted value.
      ("PG:host=db user=me password=geheim dbname=grid", "PG:host=db user=me password=*** dbname=grid"),
      ("PG:password=geheim", "PG:password=***"),
      ("PG:password = geheim host=db", "PG:password = *** host=db"),
      ("PG:password='geheim und mehr' host=db", "PG:password='***' host=db"),
      ("PG:password='geheim\\'s mehr' host=db", "PG:password='***' host=db"),
      ("PG:password='geheim''s mehr' host=db", "PG:password='***' host=db"),
      ("PG:password=geheim,und;mehr&noch'mehr) host=db", "PG:password=*** host=db"),
      ("PG:sslpassword=geheim PASSWORD=geheim", "PG:sslpassword=*** PASSWORD=***"),
      ("PG:password='' host=db", "PG:password='***' host=db"),
      ("PG:password='geheim ohne Ende host=db", "PG:password='***"),
      ("PG:password=", "PG:password="),
      (
        "postgresql://me:geheim@db:5432/grid?sslmode=require", "postgresql://***@db:5432/grid?sslmode=require"
      ),
      (
        "postgresql://db/grid?user=me&password=geheim&sslmode=a",
        "postgresql://db/grid?user=me&password=***&sslmode=a"
      ),
      // Addresses.
      ("https://me:geheim@example.org/a@b.gpkg", "https://***@example.org/a@b.gpkg"),
      ("https://me:geh@eim@example.org/a", "https://***@example.org/a"),
      ("https://geheim@example.org", "https://***@example.org"),
      ("/vsicurl/https://me:geheim@example.org/c.tif", "/vsicurl/https://***@example.org/c.tif"),
      (
        "/vsicurl?header.Authorization=Bearer%20geheim&url=https%3A%2F%2Fme%3Ageheim%40example.org%2Fa",
        "/vsicurl?header.Authorization=***&url=https%3A%2F%2F***%40example.org%2Fa"
      ),
      ("WFS:https://e.org/wfs?apikey=geheim&version=2.0.0", "WFS:https://e.org/wfs?apikey=***&version=2.0.0"),
      ("https://e.org/a?key=geheim#part", "https://e.org/a?key=***#part"),
      ("/vsiaz?sas=geheim&x=1", "/vsiaz?sas=***&x=1"),
      ("https://e.org/a?X-Amz-Signature=geheim&b=1", "https://e.org/a?X-Amz-Signature=***&b=1"),
      ("MSSQL:server=db;UID=me;PWD=geheim;database=a", "MSSQL:server=db;UID=me;PWD=***"),
      ("ODBC:DSN=db;PWD={geheim und mehr};x=1", "ODBC:DSN=db;PWD={***};x=1"),
      // As TOML and in messages.
      ("PASSWORD = \"geheim mehr\"", "PASSWORD = \"***\""),
      ("{ \"password\" = \"geheim\" }", "{ \"password\" = \"***\" }"),
      (
        "source = \"PG:password=\\\"geheim mehr\\\" host=db\"", "source = \"PG:password=\\\"***\\\" host=db\""
      ),
      ("cannot open https://me:geheim@example.org: 401", "cannot open https://***@example.org: 401"),
    ])
  func hidden(source: String, wanted: String) {
    let found = Credentials.hidden(in: source)
    #expect(found == wanted)
    #expect(!found.contains("geheim"))
    #expect(Credentials.hidden(in: found) == found, "hiding twice changes nothing")
  }

  @Test(
    "What holds no secret stays as it is",
    arguments: [
      "", "layers/substations.geojson", "PG:dbname=grid", "https://example.org/a?version=2.0.0",
      "a@b.example",
      "where = \"kind = 'grid' AND level >= 225\"", "layer_key = \"code\"", "site_key = \"a\"",
      "path with @ in it",
      "https://example.org/@me/list", "/vsizip/a.zip/b@2x.tif", "key=value", "é = ü@ö", "password", "= =",
      "://", "@",
      "100 %40", "https://example.org/?q=a@b",
    ])
  func untouched(text: String) { #expect(Credentials.hidden(in: text) == text) }

  @Test("Options are secret by their names")
  func names() {
    for name in [
      "PASSWORD", "password", "UserPwd", "API_KEY", "apikey", "access_token", "AWS_SECRET_ACCESS_KEY",
      "Cookie",
    ] {
      #expect(Credentials.isSecret(name: name), "\(name)")
    }
    for name in ["SEPARATOR", "CONFIG_FILE", "FID", "KEEP_GEOM_COLUMNS", "USER", "tokens_per_s", "key"] {
      #expect(!Credentials.isSecret(name: name), "\(name)")
    }
  }
}
