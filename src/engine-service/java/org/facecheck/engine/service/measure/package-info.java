/**
 * What the engine costs on this machine, for an operator who has to choose one: {@link
 * org.facecheck.engine.service.measure.CheckCost} takes a check apart, {@link org.facecheck.engine.service.measure.CheckLoad} lets as many come
 * as are taken, and {@link org.facecheck.engine.service.measure.SearchCost} searches galleries of made-up people. They print, and keep nothing.
 */
@NullMarked
package org.facecheck.engine.service.measure;

import org.jspecify.annotations.NullMarked;
