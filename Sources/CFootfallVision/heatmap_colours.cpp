#include "heatmap.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace footfall {
namespace {

/// How much of the background shows through where most time was spent.
constexpr float greatestOpacity = 0.88F;

}  // namespace

HeatScale::HeatScale(double maximum) : maximum_(maximum > 0 && std::isfinite(maximum) ? maximum : 0) {}

double HeatScale::position(double value) const {
  // People stand for long in few places: the square root keeps the paths between these visible.
  return maximum_ > 0 ? std::sqrt(std::clamp(value / maximum_, 0.0, 1.0)) : 0;
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
  return ticks;
}

cv::Mat heatColours() {
  cv::Mat ramp(256, 1, CV_8UC1), colours;
  for (int level = 0; level < 256; ++level) ramp.at<uint8_t>(level) = static_cast<uint8_t>(level);
  cv::applyColorMap(ramp, colours, cv::COLORMAP_INFERNO);
  return colours;
}

cv::Mat smoothHeat(const ff_heatmap &heatmap, cv::Size size) {
  cv::Mat cells(heatmap.rows, heatmap.columns, CV_32F);
  for (int row = 0; row < heatmap.rows; ++row) {
    for (int column = 0; column < heatmap.columns; ++column) {
      const double value = heatmap.values[row * int64_t{heatmap.columns} + column];
      cells.at<float>(row, column) = std::isfinite(value) && value > 0 ? static_cast<float>(value) : 0;
    }
  }
  cv::Mat spread;
  cv::GaussianBlur(cells, spread, {}, 1.0, 1.0, cv::BORDER_CONSTANT);
  // Cells at the right and bottom edge may reach beyond the picture.
  const double scaleX = heatmap.cell_pixels * size.width / heatmap.source_width;
  const double scaleY = heatmap.cell_pixels * size.height / heatmap.source_height;
  cv::Mat toPicture = (cv::Mat_<double>(2, 3) << scaleX, 0, scaleX / 2 - 0.5, 0, scaleY, scaleY / 2 - 0.5);
  cv::Mat smooth;
  cv::warpAffine(spread, smooth, toPicture, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  const double sigma = std::max(scaleX, scaleY) * 0.5;
  if (sigma > 0.5) cv::GaussianBlur(smooth, smooth, {}, sigma);
  return smooth;
}

void drawScene(const ff_picture &background, cv::Mat picture) {
  cv::Mat scaled, grey;
  cv::resize(mat(&background), scaled, picture.size(), 0, 0, cv::INTER_LINEAR);
  cv::cvtColor(scaled, grey, cv::COLOR_BGR2GRAY);
  cv::cvtColor(grey, grey, cv::COLOR_GRAY2BGR);
  // A hint of colour remains, so that people recognise the place; darker, so that the heat stands out.
  cv::addWeighted(scaled, 0.2, grey, 0.55, 4, picture);
}

void blendHeat(const cv::Mat &heat, const HeatScale &scale, cv::Mat picture) {
  const cv::Mat colours = heatColours();
  for (int row = 0; row < picture.rows; ++row) {
    auto *pixel = picture.ptr<cv::Vec3b>(row);
    const float *value = heat.ptr<float>(row);
    for (int column = 0; column < picture.cols; ++column) {
      const auto position = static_cast<float>(scale.position(value[column]));
      const float opacity = greatestOpacity * std::min(1.0F, position * 2.2F);
      const auto colour = colours.at<cv::Vec3b>(static_cast<int>(40 + position * 215));
      for (int channel = 0; channel < 3; ++channel) {
        const float mixed = static_cast<float>(pixel[column][channel]) * (1 - opacity) + colour[channel] * opacity;
        pixel[column][channel] = cv::saturate_cast<uint8_t>(mixed);
      }
    }
  }
}

}  // namespace footfall
