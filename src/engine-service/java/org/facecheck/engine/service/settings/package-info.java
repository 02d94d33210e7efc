/**
 * What an operator says in {@code engine.properties}: {@link org.facecheck.engine.service.settings.ServiceSettings} reads the file, and
 * gives it by what it is about. {@link org.facecheck.engine.service.settings.StoreSettings} says where people are kept, {@link
 * org.facecheck.engine.service.settings.SearchSettings} how they are compared, {@link
 * org.facecheck.engine.service.settings.LivenessChoice} whether a face has to look alive. {@link
 * org.facecheck.engine.service.settings.FirstSettings} writes a first such file.
 *
 * <p>What is missing, wrong or unknown is an exception that names file and setting, and no value.
 */
@NullMarked
package org.facecheck.engine.service.settings;

import org.jspecify.annotations.NullMarked;
