// Reads every feature and cell of the files it is given through GDAL and does nothing with them: the least that any program
// on GDAL needs. SPDX-License-Identifier: GPL-3.0-or-later
//
// Usage: bare_read FILE...
#include <gdal.h>
#include <ogr_api.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long read_vector(GDALDatasetH dataset) {
  long count = 0;
  for (int index = 0; index < GDALDatasetGetLayerCount(dataset); index++) {
    OGRLayerH layer = GDALDatasetGetLayer(dataset, index);
    OGRFeatureH feature;
    while ((feature = OGR_L_GetNextFeature(layer)) != NULL) {
      count++;
      OGR_F_Destroy(feature);
    }
  }
  return count;
}

static long read_raster(GDALDatasetH dataset) {
  int width = GDALGetRasterXSize(dataset), height = GDALGetRasterYSize(dataset);
  double *cells = malloc(sizeof(double) * (size_t)width * (size_t)height);
  for (int band = 1; band <= GDALGetRasterCount(dataset); band++) {
    if (GDALRasterIO(GDALGetRasterBand(dataset, band), GF_Read, 0, 0, width, height, cells, width, height,
                     GDT_Float64, 0, 0) != CE_None)
      exit(1);
  }
  free(cells);
  return (long)width * height;
}

int main(int count, char **names) {
  // Points of a table are made from its columns, as any reader of the layer must.
  const char *table[] = {"X_POSSIBLE_NAMES=lon", "Y_POSSIBLE_NAMES=lat", NULL};
  GDALAllRegister();
  for (int index = 1; index < count; index++) {
    size_t length = strlen(names[index]);
    int is_table = length > 4 && strcmp(names[index] + length - 4, ".csv") == 0;
    GDALDatasetH dataset =
        GDALOpenEx(names[index], GDAL_OF_VECTOR | GDAL_OF_RASTER, NULL, is_table ? table : NULL, NULL);
    if (dataset == NULL) return 1;
    long found = GDALGetRasterCount(dataset) > 0 ? read_raster(dataset) : read_vector(dataset);
    printf("%s %ld\n", names[index], found);
    GDALClose(dataset);
  }
  return 0;
}
