package org.facecheck.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.facecheck.FaceCaller;
import org.facecheck.FaceLogin;
import org.facecheck.KycIdentity;

/** A directory with one person in it, whose login name is not the one of the record. */
@ApplicationScoped
public class StaffDirectory implements FaceLogin {

    @Override
    public Optional<FaceCaller> caller(KycIdentity identity) {
        return identity.fullName().filter("ANNA GROSS"::equals).map(known -> new FaceCaller("agross", Set.of("board")));
    }
}
