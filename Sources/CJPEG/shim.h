// Empty on purpose: the target only carries the flags of libjpeg.pc to CFootfallVision.
