package org.facecheck.engine.service.pages;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.facecheck.engine.picture.FacePicture;
import org.facecheck.engine.quality.FaceReading;
import org.facecheck.engine.quality.FaceReading.Usable;
import org.facecheck.engine.service.html.Html;

/**
 * What was found on the portraits of one enrolment, for one page: each face as it was cut out to be compared. In memory, and gone with
 * the answer, whether or not portraits are kept. Not thread-safe.
 */
final class SeenFaces implements ObjIntConsumer<FaceReading> {
    /** In the order of the form, which the enroller keeps to. */
    private final Map<Integer, FacePicture> byPortrait = new TreeMap<>();

    /** What is not usable has a reason in the report; a picture of it would show more than was looked at. */
    @Override
    public void accept(FaceReading reading, int portrait) {
        if (reading instanceof Usable usable) {
            byPortrait.put(portrait, usable.face().picture());
        }
    }

    /** Counted from 1, as the form's fields are. */
    Html writeTo(Html html) {
        byPortrait.forEach(
                (portrait, picture) -> html.figure(picture, "Portrait " + (portrait + 1) + ": this face was found"));
        return html;
    }
}
