#include "heatmap.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sstream>

namespace footfall {
namespace {

constexpr int greatestWidth = 1280, greatestSceneHeight = 1280, scaleWidth = 128;
/// Smaller scenes are enlarged to this, so that the marks have room.
constexpr double smallestSide = 480;
constexpr int smallestHeight = 240;
const cv::Scalar paper(24, 18, 16), ink(235, 230, 225), faintInk(165, 155, 150);

void check(const ff_heatmap &heatmap) {
  const bool isSound = heatmap.source_width > 0 && heatmap.source_height > 0 && heatmap.columns > 0 &&
                       heatmap.rows > 0 && heatmap.values != nullptr && heatmap.unit != nullptr && heatmap.cell_pixels > 0;
  if (!isSound) throw Failure(FF_BAD_ARGUMENT, "a heatmap without a size or without values");
  mat(&heatmap.background);
}

std::string number(double value) {
  if (value < 0) return "-" + number(-value);
  char text[32];
  if (value >= 10000) {
    std::snprintf(text, sizeof text, "%.4gk", value / 1000);
  } else {
    std::snprintf(text, sizeof text, "%.3g", value);
  }
  return value >= 1000 && value < 10000 ? std::to_string(static_cast<int>(value)) : text;
}

/// The largest value, whatever its sign.
double greatest(const cv::Mat &heat) {
  double maximum = 0;
  for (auto value = heat.begin<float>(); value != heat.end<float>(); ++value) {
    if (std::abs(*value) > maximum) maximum = std::abs(*value);
  }
  return maximum;
}

/// The first two lines in full, two more small.
/// Returns the height that they take.
int drawUnit(const std::string &unit, int left, cv::Mat picture) {
  std::istringstream lines(unit);
  std::string line;
  int bottom = 2;
  for (int number = 0; number < 4 && std::getline(lines, line); ++number) {
    const bool isSmall = number >= 2;
    bottom += isSmall ? 16 : 18;
    drawText(picture, line, {left, bottom}, isSmall ? 0.38 : 0.45, isSmall ? faintInk : ink);
  }
  return std::max(64, bottom + 10);
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

void drawScale(const HeatScale &scale, const HeatmapLayout &layout, const std::string &unit, cv::Mat picture) {
  constexpr int margin = 20, thickness = 18;
  const int left = layout.scene.width + margin, top = drawUnit(unit, left, picture) + 8;
  const int height = layout.whole.height - top - margin;
  // Positions on the scale from its upper end to the lower one.
  const double span = scale.isSigned() ? 2 : 1;
  for (int row = 0; row < height; ++row) {
    const double position = 1 - span * row / std::max(1, height - 1);
    picture(cv::Rect(left, top + row, thickness, 1)).setTo(cv::Scalar(scale.colour(position)));
  }
  cv::rectangle(picture, cv::Rect(left - 1, top - 1, thickness + 2, height + 2), faintInk, 1);
  int last = layout.whole.height + 100;
  for (const double value : scale.ticks()) {
    const int y = top + cvRound((1 - scale.position(value)) / span * (height - 1));
    // The square root crowds nothing but the largest values: these give way.
    if (last - y < 18) continue;
    last = y;
    cv::line(picture, {left + thickness, y}, {left + thickness + 5, y}, ink, 1);
    const std::string sign = scale.isSigned() && value > 0 ? "+" : "";
    drawText(picture, sign + number(value), {left + thickness + 10, y + 5}, 0.45, ink);
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
    const cv::Mat heat = footfall::heatAtPixels(*heatmap, scene.size());
    const double maximum = heatmap->maximum > 0 ? heatmap->maximum : footfall::greatest(heat);
    const footfall::HeatScale scale(maximum, heatmap->style == FF_HEAT_DIFFERENCE);
    footfall::blendHeat(heat, footfall::strengthAtPixels(*heatmap, scene.size()), scale, scene);
    for (int32_t index = 0; index < heatmap->mark_count; ++index) {
      footfall::drawMark(heatmap->marks[index], layout, scene);
    }
    footfall::drawScale(scale, layout, heatmap->unit, whole);
    return FF_OK;
  });
}
