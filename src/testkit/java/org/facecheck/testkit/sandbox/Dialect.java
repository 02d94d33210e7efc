package org.facecheck.testkit.sandbox;

import java.util.List;

/** How the API says what it has to say. It has two forms of a face check. */
public sealed interface Dialect permits V2, V3 {

    /** In the console's journal. */
    String name();

    /** What the picture is called in the form that is sent. */
    String partName();

    /** The picture shows whoever is on record here. */
    Answer matched(List<Onboarding> records);

    /** A match that does not say whose face it is. */
    Answer matchedWithoutFace(Onboarding record);

    /** A match of another face than the one on record. */
    Answer matchedOtherFace(Onboarding record);

    Answer nobody();

    Answer code(int code);

    Answer unauthorized();
}
