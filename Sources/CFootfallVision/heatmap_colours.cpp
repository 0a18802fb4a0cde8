#include "heatmap.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace footfall {
namespace {

/// How much of the background shows through where most time was spent.
constexpr float greatestOpacity = 0.88F;
/// The share of its colour that a faint cell keeps.
constexpr float faintStrength = 0.35F;

cv::Mat cellMatrix(const ff_heatmap &heatmap) {
  cv::Mat cells(heatmap.rows, heatmap.columns, CV_32F);
  for (int row = 0; row < heatmap.rows; ++row) {
    for (int column = 0; column < heatmap.columns; ++column) {
      const double value = heatmap.values[row * int64_t{heatmap.columns} + column];
      const bool isDrawn = std::isfinite(value) && (value >= 0 || heatmap.style == FF_HEAT_DIFFERENCE);
      cells.at<float>(row, column) = isDrawn ? static_cast<float>(value) : NAN;
    }
  }
  return cells;
}

/// From the middles of cells to pixels of a picture of the whole source, beyond which the last cells may reach.
cv::Mat cellsToPixels(const ff_heatmap &heatmap, cv::Size size) {
  const double scaleX = heatmap.cell_pixels * size.width / heatmap.source_width;
  const double scaleY = heatmap.cell_pixels * size.height / heatmap.source_height;
  return (cv::Mat_<double>(2, 3) << scaleX, 0, scaleX / 2 - 0.5, 0, scaleY, scaleY / 2 - 0.5);
}

cv::Mat squares(const ff_heatmap &heatmap, const cv::Mat &cells, cv::Size size) {
  cv::Mat pixels;
  cv::warpAffine(cells, pixels, cellsToPixels(heatmap, size), size, cv::INTER_NEAREST, cv::BORDER_REPLICATE);
  return pixels;
}

cv::Mat smooth(const ff_heatmap &heatmap, cv::Mat cells, cv::Size size) {
  cv::patchNaNs(cells, 0);
  cv::Mat spread, pixels;
  cv::GaussianBlur(cells, spread, {}, 1.0, 1.0, cv::BORDER_CONSTANT);
  const cv::Mat toPixels = cellsToPixels(heatmap, size);
  cv::warpAffine(spread, pixels, toPixels, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  const double sigma = std::max(toPixels.at<double>(0, 0), toPixels.at<double>(1, 1)) * 0.5;
  if (sigma > 0.5) cv::GaussianBlur(pixels, pixels, {}, sigma);
  return pixels;
}

}  // namespace

HeatScale::HeatScale(double maximum, bool isSigned)
    : maximum_(maximum > 0 && std::isfinite(maximum) ? maximum : 0), isSigned_(isSigned) {
  cv::Mat ramp(256, 1, CV_8UC1);
  for (int level = 0; level < 256; ++level) ramp.at<uint8_t>(level) = static_cast<uint8_t>(level);
  cv::applyColorMap(ramp, colours_, cv::COLORMAP_INFERNO);
}

double HeatScale::position(double value) const {
  // People stand for long in few places: the square root keeps the paths between these visible.
  const double size = maximum_ > 0 ? std::sqrt(std::clamp(std::abs(value) / maximum_, 0.0, 1.0)) : 0;
  return value < 0 ? -size : size;
}

std::vector<double> HeatScale::ticks() const {
  std::vector<double> ticks = {0};
  for (int fifth = 1; fifth <= 5 && maximum_ > 0; ++fifth) {
    const double value = maximum_ * fifth * fifth / 25;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    const double nearest = std::round(value / power) * power;
    const double round = nearest <= maximum_ ? nearest : std::floor(value / power) * power;
    if (round > ticks.back()) ticks.push_back(round);
  }
  if (isSigned_) {
    for (size_t index = 1, count = ticks.size(); index < count; ++index) ticks.insert(ticks.begin(), -ticks[2 * index - 1]);
  }
  return ticks;
}

cv::Vec3b HeatScale::colour(double position) const {
  if (!isSigned_) return colours_.at<cv::Vec3b>(static_cast<int>(40 + position * 215));
  // Blue and orange are told apart by people who confuse red and green.
  const cv::Vec3d neutral(150, 145, 140), less(240, 150, 40), more(50, 140, 250);
  const cv::Vec3d mixed = neutral + (position < 0 ? less - neutral : more - neutral) * std::abs(position);
  return {cv::saturate_cast<uint8_t>(mixed[0]), cv::saturate_cast<uint8_t>(mixed[1]),
          cv::saturate_cast<uint8_t>(mixed[2])};
}

cv::Mat heatAtPixels(const ff_heatmap &heatmap, cv::Size size) {
  const cv::Mat cells = cellMatrix(heatmap);
  return heatmap.style == FF_HEAT_SMOOTH ? smooth(heatmap, cells, size) : squares(heatmap, cells, size);
}

cv::Mat strengthAtPixels(const ff_heatmap &heatmap, cv::Size size) {
  cv::Mat cells(heatmap.rows, heatmap.columns, CV_32F, cv::Scalar(1));
  for (int row = 0; row < heatmap.rows && heatmap.faint != nullptr; ++row) {
    for (int column = 0; column < heatmap.columns; ++column) {
      if (heatmap.faint[row * int64_t{heatmap.columns} + column] != 0) cells.at<float>(row, column) = faintStrength;
    }
  }
  return squares(heatmap, cells, size);
}

void drawScene(const ff_picture &background, cv::Mat picture) {
  cv::Mat scaled, grey;
  cv::resize(mat(&background), scaled, picture.size(), 0, 0, cv::INTER_LINEAR);
  cv::cvtColor(scaled, grey, cv::COLOR_BGR2GRAY);
  cv::cvtColor(grey, grey, cv::COLOR_GRAY2BGR);
  // A hint of colour remains, so that people recognise the place; darker, so that the heat stands out.
  cv::addWeighted(scaled, 0.2, grey, 0.55, 4, picture);
}

void blendHeat(const cv::Mat &heat, const cv::Mat &strength, const HeatScale &scale, cv::Mat picture) {
  for (int row = 0; row < picture.rows; ++row) {
    auto *pixel = picture.ptr<cv::Vec3b>(row);
    const float *value = heat.ptr<float>(row);
    const float *share = strength.ptr<float>(row);
    for (int column = 0; column < picture.cols; ++column) {
      if (std::isnan(value[column])) continue;
      const auto position = static_cast<float>(scale.position(value[column]));
      const float opacity = greatestOpacity * std::min(1.0F, std::abs(position) * 2.2F) * share[column];
      const cv::Vec3b colour = scale.colour(position);
      for (int channel = 0; channel < 3; ++channel) {
        const float mixed = static_cast<float>(pixel[column][channel]) * (1 - opacity) + colour[channel] * opacity;
        pixel[column][channel] = cv::saturate_cast<uint8_t>(mixed);
      }
    }
  }
}

}  // namespace footfall
