#include "heatmap.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace footfall {
namespace {

constexpr int greatestWidth = 1280, greatestSceneHeight = 1280, scaleWidth = 128;
/// Smaller scenes are enlarged to this, so that the marks have room.
constexpr double smallestSide = 480;
constexpr int smallestHeight = 240;
const cv::Scalar paper(24, 18, 16), ink(235, 230, 225), faintInk(165, 155, 150);

void check(const ff_heatmap &heatmap) {
  const bool isSound = heatmap.source_width > 0 && heatmap.source_height > 0 && heatmap.columns > 0 &&
                       heatmap.rows > 0 && heatmap.values != nullptr && heatmap.cell_pixels > 0;
  if (!isSound) throw Failure(FF_BAD_ARGUMENT, "a heatmap without a size or without values");
  mat(&heatmap.background);
}

std::string number(double value) {
  char text[32];
  if (value >= 10000) {
    std::snprintf(text, sizeof text, "%.4gk", value / 1000);
  } else {
    std::snprintf(text, sizeof text, "%.3g", value);
  }
  return value >= 1000 && value < 10000 ? std::to_string(static_cast<int>(value)) : text;
}

}  // namespace

HeatmapLayout::HeatmapLayout(const ff_heatmap &heatmap) {
  const double width = heatmap.source_width, height = heatmap.source_height;
  const double enlarged = std::max(1.0, smallestSide / std::max(width, height));
  const double scale = std::min({enlarged, (greatestWidth - scaleWidth) / width, greatestSceneHeight / height});
  scene = {0, 0, std::max(1, cvRound(width * scale)), std::max(1, cvRound(height * scale))};
  whole = {scene.width + scaleWidth, std::max(scene.height, smallestHeight)};
  scene.y = (whole.height - scene.height) / 2;
  scaleX = scene.width / width;
  scaleY = scene.height / height;
}

void drawScale(const HeatScale &scale, const HeatmapLayout &layout, double cellPixels, cv::Mat picture) {
  constexpr int margin = 20, thickness = 18, titleHeight = 64;
  const int left = layout.scene.width + margin, top = titleHeight + 8;
  const int height = layout.whole.height - top - margin;
  const cv::Mat colours = heatColours();
  for (int row = 0; row < height; ++row) {
    const double position = 1 - static_cast<double>(row) / std::max(1, height - 1);
    const auto colour = colours.at<cv::Vec3b>(static_cast<int>(40 + position * 215));
    picture(cv::Rect(left, top + row, thickness, 1)).setTo(cv::Scalar(colour));
  }
  cv::rectangle(picture, cv::Rect(left - 1, top - 1, thickness + 2, height + 2), faintInk, 1);
  drawText(picture, "person-", {left, 20}, 0.45, ink);
  drawText(picture, "seconds", {left, 38}, 0.45, ink);
  const std::string cell = std::to_string(cvRound(cellPixels));
  drawText(picture, "per " + cell + "x" + cell + " px", {left, 56}, 0.38, faintInk);
  int last = layout.whole.height + 100;
  for (const double value : scale.ticks()) {
    const int y = top + cvRound((1 - scale.position(value)) * (height - 1));
    // The square root crowds nothing but the largest values: these give way.
    if (last - y < 18) continue;
    last = y;
    cv::line(picture, {left + thickness, y}, {left + thickness + 5, y}, ink, 1);
    drawText(picture, number(value), {left + thickness + 10, y + 5}, 0.45, ink);
  }
}

}  // namespace footfall

ff_status ff_heatmap_size(const ff_heatmap *heatmap, int32_t *width, int32_t *height, ff_error *error) {
  return footfall::guarded(error, [&] {
    footfall::check(*heatmap);
    const footfall::HeatmapLayout layout(*heatmap);
    *width = layout.whole.width;
    *height = layout.whole.height;
    return FF_OK;
  });
}

ff_status ff_heatmap_draw(const ff_heatmap *heatmap, const ff_picture *picture, ff_error *error) {
  return footfall::guarded(error, [&] {
    footfall::check(*heatmap);
    const footfall::HeatmapLayout layout(*heatmap);
    cv::Mat whole = footfall::mat(picture);
    if (whole.size() != layout.whole) {
      throw footfall::Failure(FF_BAD_ARGUMENT, "the picture has not the size of the drawing");
    }
    whole.setTo(footfall::paper);
    cv::Mat scene = whole(layout.scene);
    footfall::drawScene(heatmap->background, scene);
    const cv::Mat heat = footfall::smoothHeat(*heatmap, scene.size());
    double maximum = 0;
    cv::minMaxLoc(heat, nullptr, &maximum);
    const footfall::HeatScale scale(maximum);
    footfall::blendHeat(heat, scale, scene);
    for (int32_t index = 0; index < heatmap->mark_count; ++index) {
      footfall::drawMark(heatmap->marks[index], layout, scene);
    }
    footfall::drawScale(scale, layout, heatmap->cell_pixels, whole);
    return FF_OK;
  });
}
