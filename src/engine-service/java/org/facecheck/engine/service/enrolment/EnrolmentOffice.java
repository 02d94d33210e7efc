package org.facecheck.engine.service.enrolment;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.ObjIntConsumer;
import org.facecheck.engine.EnrolmentReport;
import org.facecheck.engine.Person;
import org.facecheck.engine.PersonEnroller;
import org.facecheck.engine.quality.FaceReading;

/**
 * Where people are enrolled, one at a time: each portrait computes for as long as a check, and those come first. Thread-safe.
 *
 * <pre>{@code
 * try (Place place = office.tryTake().orElseThrow()) {
 *     EnrolmentReport report = place.enrol(person);
 * }
 * }</pre>
 */
public final class EnrolmentOffice {
    private final PersonEnroller enroller;
    private final Semaphore places = new Semaphore(1, true); // in turn, so that an import does not keep others out

    /** Enrols with this one. */
    public EnrolmentOffice(PersonEnroller enroller) {
        this.enroller = enroller;
    }

    /** The place, until it is closed. */
    public final class Place implements AutoCloseable {
        private Place() {}

        /** Enrols a person. */
        public EnrolmentReport enrol(Person person) {
            return enroller.enrol(person);
        }

        /** Enrols a person, and shows what was seen on each portrait that could be decoded. */
        public EnrolmentReport enrol(Person person, ObjIntConsumer<FaceReading> seen) {
            return enroller.enrol(person, seen);
        }

        /** Enrols a person who enrols themselves, and shows what was seen. */
        public EnrolmentReport enrolOrRenew(Person person, ObjIntConsumer<FaceReading> seen) {
            return enroller.enrolOrRenew(person, seen);
        }

        @Override
        public void close() {
            places.release();
        }
    }

    /** Whether the place is free at this moment; who wants it has to take it all the same. */
    public boolean isFree() {
        return places.availablePermits() > 0;
    }

    /** The place, empty if somebody has it. */
    public Optional<Place> tryTake() {
        return places.tryAcquire() ? Optional.of(new Place()) : Optional.empty();
    }

    /** The place, as soon as it is free. */
    Place take() throws InterruptedException {
        places.acquire();
        return new Place();
    }
}
