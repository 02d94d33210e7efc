package org.facecheck;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the person whose face it is may be the one on this request. The default binds by first use: a later check in the
 * same session, by the same principal, may not yield another person. With {@code facecheck.binding} a field of the record has
 * to be the principal's name or attribute. An application replaces both with a CDI bean of this type, for instance to compare
 * the document with its own user directory.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class DirectoryBinding implements IdentityBinding {
 *     @Override
 *     public boolean binds(List<KycRecord> records, KycIdentity earlier, HttpServletRequest request) {
 *         return directory.passportOf(request.getUserPrincipal())
 *                 .filter(number -> records.stream()
 *                         .anyMatch(record -> record.field("documentNumber").filter(number::equals).isPresent()))
 *                 .isPresent();
 *     }
 * }
 * }</pre>
 *
 * <p><strong>Threads.</strong> One binding is called by many threads at once, in the thread and the request scope of the
 * request that brought the selfie, and lives as long as the application.
 *
 * <p><strong>Errors.</strong> A binding that throws verifies nobody: the check ends as trouble.
 */
@FunctionalInterface
public interface IdentityBinding {

    /**
     * Whether it is the right person.
     *
     * @param records the accepted KYC records, at least one; all name one person
     * @param earlier whom an earlier check in this session verified for the same principal, however long ago; {@code null}
     *     where there was none
     * @param request the request that brought the selfie, with its principal; its body has been read
     * @return {@code false} refuses the person, as the outcome {@code OTHER_PERSON}
     */
    boolean binds(List<KycRecord> records, @Nullable KycIdentity earlier, HttpServletRequest request);
}
