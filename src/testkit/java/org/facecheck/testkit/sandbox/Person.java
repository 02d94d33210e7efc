package org.facecheck.testkit.sandbox;

import java.time.Instant;

/**
 * Somebody who is enrolled. Public, as what it is made of, for the pages' expressions.
 *
 * @param id in addresses; says nothing of the person unless they are one of the three who are made up
 */
public record Person(String id, Document document, Photo photo, Instant enrolled) {

    @Override
    public String toString() {
        return "Person";
    }
}
