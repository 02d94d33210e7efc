package org.facecheck;

import java.util.Optional;

/**
 * Who a verified person is to the application, where the face is the login ({@code facecheck.login}). An application replaces
 * the configured answer, {@code facecheck.login.name} and {@code facecheck.login.roles}, by a CDI bean of this type:
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Directory implements FaceLogin {
 *     public Optional<FaceCaller> caller(KycIdentity identity) {
 *         return identity.field("documentNumber").flatMap(this::employee)
 *                 .map(employee -> new FaceCaller(employee.login(), employee.roles()));
 *     }
 * }
 * }</pre>
 *
 * <p>Called once for each check that has passed, in the request's own thread; from several threads at once. One that throws
 * logs nobody in, and so does {@code null}. The identity has the fields of {@code facecheck.identity.fields} only. The bean lives as
 * long as its scope says; what it returns is kept in the session, as long as the pass.
 */
@FunctionalInterface
public interface FaceLogin {

    /**
     * The caller.
     *
     * @param identity of somebody whose face and records are good
     * @return empty where the application knows no such person, who is not logged in then
     */
    Optional<FaceCaller> caller(KycIdentity identity);
}
