// Empty on purpose: the target only carries the flags of footfall-opencv-video.pc (scripts/setup) to CFootfallVideo.
