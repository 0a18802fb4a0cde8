#include <algorithm>
#include <cmath>

#include "heatmap.hpp"

namespace footfall {
namespace {

const cv::Scalar white(255, 255, 255), dark(24, 18, 16), zoneColour(235, 206, 120), lineColour(120, 235, 170);

/// Digits after the binary point in coordinates handed to OpenCV.
constexpr int subpixelBits = 4;
constexpr double farthest = 20000;

cv::Point subpixel(cv::Point2d point) {
  const double unit = 1 << subpixelBits;
  return {cvRound(std::clamp(point.x, -farthest, farthest) * unit),
          cvRound(std::clamp(point.y, -farthest, farthest) * unit)};
}

void drawStroke(cv::Mat scene, cv::Point2d from, cv::Point2d to, cv::Scalar colour, int thickness) {
  cv::line(scene, subpixel(from), subpixel(to), dark, thickness + 3, cv::LINE_AA, subpixelBits);
  cv::line(scene, subpixel(from), subpixel(to), colour, thickness, cv::LINE_AA, subpixelBits);
}

/// A label on a dark plate, kept inside the scene.
void drawLabel(cv::Mat scene, const std::string &text, cv::Point2d centre, cv::Scalar colour) {
  if (text.empty()) return;
  constexpr double scale = 0.5;
  constexpr int padding = 5;
  const cv::Size size = textSize(text, scale) + cv::Size(2 * padding + 2, 2 * padding);
  const int right = std::max(1, scene.cols - size.width - 2), below = std::max(1, scene.rows - size.height - 2);
  const cv::Rect plate(std::clamp(cvRound(centre.x) - size.width / 2, 1, right),
                       std::clamp(cvRound(centre.y) - size.height / 2, 1, below), size.width, size.height);
  const cv::Rect visible = plate & cv::Rect({0, 0}, scene.size());
  if (visible.empty()) return;
  cv::Mat under = scene(visible);
  cv::addWeighted(under, 0.3, cv::Mat(under.size(), under.type(), dark), 0.7, 0, under);
  drawText(scene, text, {plate.x + padding + 1, plate.y + plate.height - padding - 1}, scale, colour);
}

std::vector<cv::Point2d> points(const ff_mark &mark, const HeatmapLayout &layout) {
  std::vector<cv::Point2d> points;
  for (int index = 0; index < mark.count; ++index) {
    points.emplace_back(mark.points[index].x * layout.scaleX, mark.points[index].y * layout.scaleY);
  }
  return points;
}

void drawZone(cv::Mat scene, const std::vector<cv::Point2d> &corners, const std::string &label) {
  std::vector<std::vector<cv::Point>> outline(1);
  cv::Point2d centre(0, 0);
  double top = farthest;
  for (const cv::Point2d &corner : corners) {
    outline[0].push_back(subpixel(corner));
    centre += corner / static_cast<double>(corners.size());
    top = std::min(top, corner.y);
  }
  cv::Mat tinted = scene.clone();
  cv::fillPoly(tinted, outline, zoneColour, cv::LINE_AA, subpixelBits);
  cv::addWeighted(tinted, 0.10, scene, 0.90, 0, scene);
  cv::polylines(scene, outline, true, dark, 4, cv::LINE_AA, subpixelBits);
  cv::polylines(scene, outline, true, zoneColour, 2, cv::LINE_AA, subpixelBits);
  drawLabel(scene, label, {centre.x, top + 16}, zoneColour);
}

/// The line, and an arrow from its middle to the side that counts as in.
void drawLine(cv::Mat scene, const std::vector<cv::Point2d> &ends, cv::Point2d inward, const std::string &label) {
  const cv::Point2d along = ends[1] - ends[0];
  const double length = std::max(std::hypot(along.x, along.y), 1.0);
  const cv::Point2d middle = (ends[0] + ends[1]) * 0.5;
  const double arrow = std::clamp(length * 0.3, 26.0, 48.0);
  const cv::Point2d tip = middle + inward * arrow, across(-inward.y, inward.x);
  const cv::Point2d neck = tip - inward * 13.0;
  drawStroke(scene, ends[0], ends[1], lineColour, 3);
  drawStroke(scene, middle, neck, lineColour, 3);
  const std::vector<cv::Point> head = {subpixel(tip), subpixel(neck + across * 8.0), subpixel(neck - across * 8.0)};
  cv::polylines(scene, std::vector<std::vector<cv::Point>>{head}, true, dark, 4, cv::LINE_AA, subpixelBits);
  cv::fillConvexPoly(scene, head, lineColour, cv::LINE_AA, subpixelBits);
  for (const cv::Point2d &end : ends) {
    cv::circle(scene, subpixel(end), 6 << subpixelBits, dark, cv::FILLED, cv::LINE_AA, subpixelBits);
    cv::circle(scene, subpixel(end), 4 << subpixelBits, lineColour, cv::FILLED, cv::LINE_AA, subpixelBits);
  }
  const double half = textSize(label, 0.5).width / 2.0;
  const double distance = std::abs(inward.x) * (half + 14) + std::abs(inward.y) * 20;
  drawLabel(scene, label, middle - inward * distance, lineColour);
}

}  // namespace

cv::Size textSize(const std::string &text, double scale) {
  return cv::getTextSize(text, cv::FONT_HERSHEY_SIMPLEX, scale, 1, nullptr);
}

void drawText(cv::Mat picture, const std::string &text, cv::Point origin, double scale, cv::Scalar colour) {
  cv::putText(picture, text, origin, cv::FONT_HERSHEY_SIMPLEX, scale, dark, 3, cv::LINE_AA);
  cv::putText(picture, text, origin, cv::FONT_HERSHEY_SIMPLEX, scale, colour, 1, cv::LINE_AA);
}

void drawMark(const ff_mark &mark, const HeatmapLayout &layout, cv::Mat scene) {
  const std::vector<cv::Point2d> corners = points(mark, layout);
  if (corners.size() > 2) {
    drawZone(scene, corners, mark.label);
  } else if (corners.size() == 2) {
    drawLine(scene, corners, {mark.inward.x, mark.inward.y}, mark.label);
  } else if (corners.size() == 1) {
    drawText(scene, mark.label, corners[0], 0.4, white);
  }
}

}  // namespace footfall
