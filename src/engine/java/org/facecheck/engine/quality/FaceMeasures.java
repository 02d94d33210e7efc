package org.facecheck.engine.quality;

/**
 * What was measured of a face. Numbers only: they may be logged.
 *
 * @param eyeDistance from the middle of one eye to that of the other, in pixels of the picture
 * @param border from the face's outermost landmark to the nearest side of the picture, in heights of the face; negative where a
 *     part of the face is outside
 * @param brightness the average luminance of the face, 0 black to 255 white
 * @param sharpness how much neighbouring pixels differ, in the direction in which they differ less, for each unit of the face's
 *     contrast. Sharp photographs have 0.06 and more; the same with a Gaussian blur of two pixels some 0.017
 */
public record FaceMeasures(double eyeDistance, double border, double brightness, double sharpness) {}
