/**
 * How well an operator's own people are told apart: {@link org.facecheck.engine.calibration.Comparisons} of all their templates,
 * {@link org.facecheck.engine.calibration.Calibration} at each threshold, with the bounds that an {@link
 * org.facecheck.engine.calibration.ErrorRate} has, as a {@link org.facecheck.engine.calibration.CalibrationReport} to be read and a {@link
 * org.facecheck.engine.calibration.CalibrationPlot} to be looked at. An {@link org.facecheck.engine.calibration.Evaluation} has the figures
 * by which recognisers are compared.
 */
@NullMarked
package org.facecheck.engine.calibration;

import org.jspecify.annotations.NullMarked;
