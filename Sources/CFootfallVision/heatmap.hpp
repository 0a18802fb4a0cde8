#pragma once
#include <string>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "pictures.hpp"

namespace footfall {

/// From person-seconds to positions on the colour scale, and the numbers written beside it.
class HeatScale {
 public:
  explicit HeatScale(double maximum);
  double maximum() const { return maximum_; }
  /// 0 to 1.
  double position(double value) const;
  /// Round values from 0 up to the maximum, at most six.
  std::vector<double> ticks() const;

 private:
  double maximum_;
};

/// The 256 colours of the scale, in one column.
cv::Mat heatColours();

/// Person-seconds per cell at each pixel of a picture of the whole source.
cv::Mat smoothHeat(const ff_heatmap &heatmap, cv::Size size);

/// The background, darkened and nearly without colour.
void drawScene(const ff_picture &background, cv::Mat picture);

/// Lays the colours over the scene, the more opaque the more time was spent.
void blendHeat(const cv::Mat &heat, const HeatScale &scale, cv::Mat picture);

/// Where things lie in the drawing.
struct HeatmapLayout {
  cv::Rect scene;
  cv::Size whole;
  /// From source pixels to pixels of the scene.
  double scaleX, scaleY;

  explicit HeatmapLayout(const ff_heatmap &heatmap);
};

/// Draws a zone's outline or a line with its arrow, and the label.
void drawMark(const ff_mark &mark, const HeatmapLayout &layout, cv::Mat scene);

/// Draws the colour scale beside the scene, for time spent on a square cell of the given side.
void drawScale(const HeatScale &scale, const HeatmapLayout &layout, double cellPixels, cv::Mat picture);

/// Text whose lower left corner is at `origin`.
void drawText(cv::Mat picture, const std::string &text, cv::Point origin, double scale, cv::Scalar colour);
cv::Size textSize(const std::string &text, double scale);

}  // namespace footfall
