/**
 * Enrolling people, whoever asks for it: a client by JSON, an operator by a page, or a file.
 *
 * <p>{@link org.facecheck.engine.service.enrolment.EnrolmentOffice} has one place, since an enrolment computes for as long as several
 * checks. {@link org.facecheck.engine.service.enrolment.PersonJson} reads a person in the documented shape. {@link
 * org.facecheck.engine.service.enrolment.Imports} works through a file of an {@link
 * org.facecheck.engine.service.enrolment.ImportFolder}, line by line as {@link org.facecheck.engine.service.enrolment.CsvTable} reads
 * it, and tells the {@link org.facecheck.engine.service.enrolment.ImportProgress}.
 */
@NullMarked
package org.facecheck.engine.service.enrolment;

import org.jspecify.annotations.NullMarked;
