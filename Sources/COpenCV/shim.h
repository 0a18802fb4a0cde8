// Empty on purpose: the target only carries the flags of footfall-opencv.pc (scripts/setup) to CFootfallVision.
