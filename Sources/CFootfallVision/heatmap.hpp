#pragma once
#include <string>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "pictures.hpp"

namespace footfall {

/// From values to positions on the colour scale, and the numbers written beside it.
class HeatScale {
 public:
  /// @param isSigned whether there are values below 0.
  HeatScale(double maximum, bool isSigned);
  bool isSigned() const { return isSigned_; }
  /// 0 to 1, or -1 to 1.
  double position(double value) const;
  /// Round values up to the maximum, and down to the minimum, at most six on each side of 0.
  std::vector<double> ticks() const;
  cv::Vec3b colour(double position) const;

 private:
  double maximum_;
  bool isSigned_;
  cv::Mat colours_;
};

/// A value for each cell at each pixel of a picture of the whole source; no number where nothing is to be drawn.
cv::Mat heatAtPixels(const ff_heatmap &heatmap, cv::Size size);

/// The share of its colour with which a cell is drawn, at each pixel.
cv::Mat strengthAtPixels(const ff_heatmap &heatmap, cv::Size size);

/// The background, darkened and nearly without colour.
void drawScene(const ff_picture &background, cv::Mat picture);

/// Lays the colours over the scene, the more opaque the more time was spent.
void blendHeat(const cv::Mat &heat, const cv::Mat &strength, const HeatScale &scale, cv::Mat picture);

/// Where things lie in the drawing.
struct HeatmapLayout {
  cv::Rect scene;
  cv::Size whole;
  /// From source pixels to pixels of the scene.
  double scaleX, scaleY;

  explicit HeatmapLayout(const ff_heatmap &heatmap);
};

/// Draws a zone's outline, a line with its arrow, or nothing but the label.
void drawMark(const ff_mark &mark, const HeatmapLayout &layout, cv::Mat scene);

/// Draws the colour scale beside the scene, with the unit of its numbers.
void drawScale(const HeatScale &scale, const HeatmapLayout &layout, const std::string &unit, cv::Mat picture);

/// Text whose lower left corner is at `origin`.
void drawText(cv::Mat picture, const std::string &text, cv::Point origin, double scale, cv::Scalar colour);
cv::Size textSize(const std::string &text, double scale);

}  // namespace footfall
