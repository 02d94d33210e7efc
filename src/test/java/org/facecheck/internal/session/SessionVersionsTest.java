package org.facecheck.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.facecheck.KycIdentity;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.Interrupted;
import org.facecheck.internal.attempts.AttemptCount;
import org.facecheck.internal.caller.Initiator;
import org.facecheck.internal.caller.PrincipalName;
import org.facecheck.internal.config.RuleName;
import org.facecheck.internal.guard.RequestFingerprint;
import org.facecheck.internal.guard.RequestTarget;
import org.facecheck.internal.session.FormToken.Status;
import org.facecheck.internal.session.RememberedRequest.Form;
import org.facecheck.internal.session.Streams.Component;
import org.facecheck.internal.session.Streams.Old;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions that were stored by another version, or hold something else where ours should be. */
class SessionVersionsTest {
    private static final long NOW = 1_000_000_000;
    private static final KycIdentity IDENTITY = new KycIdentity("card", Map.of("fullName", "FIRST LAST"));
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final RequestTarget FORM = new RequestTarget("/app/form");

    private static final RequestFingerprint SENT = RequestFingerprint.ofForm(
            FORM, "application/x-www-form-urlencoded", "a=1".getBytes(StandardCharsets.US_ASCII));

    private static final FormToken OPEN = new FormToken("a-token-that-is-open");
    private static final FormToken USED = new FormToken("a-token-that-is-used");

    private final FakeRequest request = FakeRequest.navigation("/app/facecheck");
    private final HttpSession http = request.getSession();

    /** One of each class that a session holds, by the attribute's name; alice's, as far as they are of a principal. */
    private static Map<String, Object> everything() {
        Form body = new Form("application/x-www-form-urlencoded", "a=1".getBytes(StandardCharsets.US_ASCII));
        PendingRequest page = PendingRequest.of(Interrupted.page("/app/page", "strict", "alice"), Initiator.OTHER_SITE);
        RememberedRequest sent = new RememberedRequest(FORM, new RuleName("protect"), new PrincipalName("alice"), body);
        PendingRequest form = PendingRequest.of(sent, Initiator.SELF);
        VerificationState state = VerificationState.NEW
                .begunWith(1800)
                .interrupted(form)
                .passed(form)
                .interrupted(page)
                .issued(IssuedToken.issue(USED, null, null, Initiator.SELF))
                .redeemed(USED)
                .issued(IssuedToken.issue(OPEN, page, new RuleName("strict"), Initiator.OTHER_SITE));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("fullName", "FIRST LAST");
        fields.put("fullName_local", "الاسم بالعربي");
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "org.facecheck.pass",
                new Pass(new KycIdentity("card", fields), NOW, "", "id", new PrincipalName("alice"), sent, true, null));
        all.put("org.facecheck.verification", state);
        all.put("org.facecheck.attempts", new AttemptCount(3, NOW));
        return all;
    }

    /** A whole journey in this session, from the rule that interrupts a form to the form that is put back in place. */
    private void worksAsIfNothingHadBeenThere() throws Exception {
        FaceCheckSession session = FaceCheckSession.of(request);
        assertThat(Pass.in(request)).isNull();
        assertThat(KycIdentity.of(request)).isEmpty();
        assertThat(session.requests().getRequest()).isEmpty();
        assertThat(session.redeem(new FormToken("planted"))).isEqualTo(Status.UNKNOWN);
        assertThat(lockedFor(2)).isZero();
        assertThat(session.useUpPass(RequestFingerprint.ofPage(FORM))).isFalse();
        assertThat(session.requests().takeMatchingForm(FORM)).isEmpty();

        Form form = new Form("application/x-www-form-urlencoded", "a=1".getBytes(StandardCharsets.US_ASCII));
        session.requests().saveRequest(Interrupted.form("/app/form", "protect", form));
        SessionAttempts.source(request).session().change(attempts -> attempts.oneMore(WINDOW, NOW));
        assertThat(lockedFor(1)).isPositive();
        assertThat(session.redeem(session.issueToken())).isEqualTo(Status.VALID);
        assertThat(session.grant(IDENTITY, NOW)).contains(FORM);
        assertThat(session.requests().takeMatchingForm(FORM)).contains(form);
        assertThat(KycIdentity.of(request)).contains(IDENTITY);
    }

    private Duration lockedFor(int max) {
        return SessionAttempts.source(request).session().current().lockedFor(max, WINDOW, NOW);
    }

    static List<Object> somethingElse() throws IOException, ClassNotFoundException {
        return List.of(
                "planted",
                Boolean.TRUE,
                Map.of("identity", "card"),
                new byte[] {1, 2, 3},
                IDENTITY,
                new Old(Pass.class).bytes(),
                Streams.read(new Old(Pass.class).bytes()),
                Streams.read(new Old(Pass.class, Component.number("verifiedAt", NOW)).bytes()),
                Streams.read(new Old(VerificationState.class).bytes()),
                Streams.read(new Old(AttemptCount.class).bytes()));
    }

    @ParameterizedTest
    @MethodSource("somethingElse")
    void whatever_lies_under_our_names_is_as_good_as_nothing(Object planted) throws Exception {
        for (String name : everything().keySet()) {
            http.setAttribute(name, planted);
        }

        worksAsIfNothingHadBeenThere();
    }

    /** What a container stores of a session is all that can be reached from its attributes. */
    @Test
    void all_that_is_stored_is_of_final_classes_whose_fields_another_version_can_read() throws Exception {
        List<Type> known = List.of(String.class, Integer.class, byte[].class, LinkedHashMap.class, LinkedHashSet.class);
        for (Class<?> type : OtherVersion.STORED) {
            assertThat(type).isFinal();
            assertThat(type.isRecord() || type.isEnum()).as("%s", type).isFalse();
            assertThat(ObjectStreamClass.lookup(type).getSerialVersionUID()).isEqualTo(1);
            for (Field field : OtherVersion.fields(type)) {
                Type[] reached = field.getGenericType() instanceof ParameterizedType generic
                        ? generic.getActualTypeArguments()
                        : new Type[] {field.getType()};
                assertThat(reached)
                        .as("%s", field)
                        .allMatch(one -> known.contains(one)
                                || OtherVersion.STORED.contains(one)
                                || ((Class<?>) one).isPrimitive());
            }
        }
    }

    /** Why: a session with a record in it is lost there. */
    @Test
    void a_record_could_not_be_stored_by_wildfly_26() {
        record Stored(String text) implements Serializable {}

        assertThatThrownBy(() -> SessionFormat.River.of("2.0.12.Final").write(new Stored("x")))
                .isNotNull();
    }

    @Nested
    class A_pass_of_another_version {
        /** A pass of now in the session, with these components and no others beside identity and time. */
        private void found(Component... others) throws Exception {
            Old identity = new Old(KycIdentity.class, Component.text("recordId", "card"));
            Component[] all = Stream.concat(
                            Stream.of(
                                    Component.of("identity", KycIdentity.class, identity),
                                    Component.number("verifiedAt", NOW)),
                            Arrays.stream(others))
                    .toArray(Component[]::new);
            http.setAttribute("org.facecheck.pass", Streams.read(new Old(Pass.class, all).bytes()));
        }

        @Test
        void with_components_that_are_no_more_is_read() throws Exception {
            Old identity = new Old(KycIdentity.class, Component.text("recordId", "card"), Component.text("more", "x"));
            http.setAttribute(
                    "org.facecheck.pass",
                    Streams.read(new Old(
                                    Pass.class,
                                    Component.of("identity", KycIdentity.class, identity),
                                    Component.number("verifiedAt", NOW),
                                    Component.text("application", ""),
                                    Component.text(
                                            "sessionId", request.getSession().getId()),
                                    Component.number("checkedAt", NOW),
                                    Component.flag("anonymous", true),
                                    Component.text("principal", null),
                                    Component.text("device", "phone"))
                            .bytes()));

            assertThat(Pass.in(request))
                    .isNotNull()
                    .satisfies(pass ->
                            assertThat(pass.isFresh(Duration.ofMinutes(1), NOW)).isTrue());
            assertThat(KycIdentity.of(request)).contains(new KycIdentity("card", Map.of()));
        }

        @Test
        void that_does_not_say_in_which_application_it_was_given_counts_in_none() throws Exception {
            found(Component.text("sessionId", request.getSession().getId()), Component.flag("anonymous", true));

            worksAsIfNothingHadBeenThere();
        }

        @Test
        void that_does_not_say_for_which_principal_it_is_is_for_none() throws Exception {
            found(Component.text("application", ""));

            worksAsIfNothingHadBeenThere();
        }

        @Test
        void without_the_time_of_its_check_is_too_old() throws Exception {
            Old identity = new Old(KycIdentity.class, Component.text("recordId", "card"));
            Pass pass = (Pass)
                    Streams.read(new Old(Pass.class, Component.of("identity", KycIdentity.class, identity)).bytes());

            assertThat(pass.isFresh(Duration.ofDays(366), System.currentTimeMillis()))
                    .isFalse();
        }

        @Test
        void that_does_not_say_for_which_request_it_was_made_opens_none_once() throws Exception {
            found(
                    Component.text("application", ""),
                    Component.flag("anonymous", true),
                    Component.text("oneTimeTarget", FORM.text()));

            assertThat(Pass.in(request)).isNotNull();
            assertThat(FaceCheckSession.of(request).useUpPass(RequestFingerprint.ofPage(FORM)))
                    .isFalse();
        }

        @Test
        void with_a_component_of_another_type_is_not_read_at_all() {
            byte[] stream = new Old(Pass.class, Component.of("identity", String.class, "card")).bytes();

            assertThatThrownBy(() -> Streams.read(stream)).isInstanceOfAny(IOException.class, ClassCastException.class);
        }
    }

    @Nested
    class A_state_of_another_version {
        @Test
        void with_one_wanted_request_and_tokens_is_begun_anew() throws Exception {
            Old wanted = new Old(
                    RememberedRequest.class, Component.text("target", "/app/page"), Component.text("rule", "protect"));
            http.setAttribute(
                    "org.facecheck.verification",
                    Streams.read(new Old(
                                    VerificationState.class,
                                    Component.of("wanted", RememberedRequest.class, wanted),
                                    Component.text("rule", "protect"))
                            .bytes()));

            assertThat(FaceCheckSession.of(request).requests().rules()).containsExactly(new RuleName("protect"));
            worksAsIfNothingHadBeenThere();
        }

        @Test
        void loses_only_what_is_not_whole() throws Exception {
            PendingRequest whole = PendingRequest.of(Interrupted.page("/app/page", "protect"), Initiator.SELF);
            VerificationState stored = (VerificationState) Streams.stored(VerificationState.NEW);
            for (Object one : List.of(
                    Streams.read(new Old(PendingRequest.class, Component.text("id", "x")).bytes()),
                    whole,
                    Streams.read(pending("SELF", Component.of("form", Form.class, new Old(Form.class)))
                            .bytes()),
                    Streams.read(pending("/app/page", "NEWER", "SHOWN").bytes()),
                    Streams.read(pending("/app/page", "SELF", "NEWER").bytes()),
                    Streams.read(pending("//evil.example/", "SELF", "SHOWN").bytes()))) {
                add("requests", one, stored);
            }
            add("tokens", Streams.read(new Old(IssuedToken.class, Component.text("rule", "x")).bytes()), stored);
            add("tokens", Streams.read(token("NEWER").bytes()), stored);
            add("tokens", Streams.read(token("SELF").bytes()), stored);

            VerificationState read = (VerificationState) Streams.stored(stored);

            assertThat(read.requests()).extracting(PendingRequest::id).containsExactly(whole.id());
            assertThat(read.tokens()).extracting(IssuedToken::status).containsExactly(Status.USED);
        }

        private static Old pending(String target, String initiator, String stage) {
            return pending(
                    initiator,
                    stage,
                    new Old(
                            RememberedRequest.class,
                            Component.text("target", target),
                            Component.text("rule", "protect")));
        }

        private static Old pending(String initiator, Component form) {
            return pending(
                    initiator,
                    "SHOWN",
                    new Old(
                            RememberedRequest.class,
                            Component.text("target", "/app/form"),
                            Component.text("rule", "protect"),
                            form));
        }

        private static Old pending(String initiator, String stage, Old request) {
            return new Old(
                    PendingRequest.class,
                    Component.text("id", "x"),
                    Component.of("request", RememberedRequest.class, request),
                    Component.text("initiator", initiator),
                    Component.text("stage", stage));
        }

        private static Old token(String initiator) {
            return new Old(IssuedToken.class, Component.text("token", "t0ken"), Component.text("initiator", initiator));
        }

        @SuppressWarnings("unchecked")
        private static void add(String list, Object one, VerificationState state) throws ReflectiveOperationException {
            Field field = VerificationState.class.getDeclaredField(list);
            field.setAccessible(true);
            ((ArrayList<Object>) field.get(state)).add(one);
        }
    }

    @Nested
    class In_each_format {
        static final List<SessionFormat> formats = SessionFormat.ALL;

        @ParameterizedTest
        @FieldSource("formats")
        void what_this_version_stores_comes_back_as_it_was(SessionFormat format) throws Exception {
            for (Object value : everything().values()) {
                Object read = format.read(format.write(value));

                assertThat(read).usingRecursiveComparison().isEqualTo(value);
            }
        }

        @ParameterizedTest
        @FieldSource("formats")
        void what_has_a_field_more_is_read_without_it(SessionFormat format) throws Exception {
            for (Class<?> changed : OtherVersion.STORED) {
                OtherVersion newer = OtherVersion.withFieldMore(changed);
                for (Object value : everything().values()) {
                    Object read = format.read(format.write(newer.translate(value)));

                    assertThat(read).as("%s", newer).usingRecursiveComparison().isEqualTo(value);
                    assertThat(format.read(format.write(value), newer)
                                    .getClass()
                                    .getClassLoader())
                            .as("%s reads ours", newer)
                            .isSameAs(newer);
                }
            }
        }

        @ParameterizedTest
        @FieldSource("formats")
        void whichever_field_is_missing_more_is_never_allowed(SessionFormat format) throws Exception {
            for (Class<?> changed : OtherVersion.STORED) {
                for (Field field : OtherVersion.fields(changed)) {
                    OtherVersion older = OtherVersion.withFieldLess(changed, field.getName());
                    for (Map.Entry<String, Object> stored : everything().entrySet()) {
                        byte[] theirs = format.write(older.translate(stored.getValue()));
                        http.setAttribute(stored.getKey(), format.read(theirs));

                        assertThat(format.read(format.write(stored.getValue()), older)
                                        .getClass()
                                        .getClassLoader())
                                .as("%s reads ours", older)
                                .isSameAs(older);
                    }
                    allowsNoMoreThanItDid(older);
                }
            }
        }

        private FakeRequest as(String principal) {
            FakeRequest asked = FakeRequest.navigation("/app/form").with(http);
            return principal == null ? asked : asked.as(principal);
        }

        /** The pass first, since what follows puts others in its place. */
        private void allowsNoMoreThanItDid(OtherVersion version) {
            assertThat(Pass.in(as(null))).as("%s for nobody", version).isNull();
            assertThat(Pass.in(as("bob"))).as("%s for bob", version).isNull();
            Pass pass = Pass.in(as("alice"));
            if (pass != null) {
                assertThat(pass.isFresh(
                                Duration.ofDays(366), NOW + Duration.ofDays(367).toMillis()))
                        .as("%s in a year", version)
                        .isFalse();
                assertThat(pass.isGoodOnceFor(RequestFingerprint.ofPage(FORM)))
                        .as("%s opens a form's target to a page", version)
                        .isFalse();
            }
            FaceCheckSession session = FaceCheckSession.of(request);
            assertThat(session.statusOf(USED)).as("%s", version).isNotEqualTo(Status.VALID);
            assertThat(session.statusOf(new FormToken("planted")))
                    .as("%s", version)
                    .isEqualTo(Status.UNKNOWN);
            Object state = http.getAttribute("org.facecheck.verification");
            for (String other : new String[] {null, "bob"}) {
                http.setAttribute("org.facecheck.verification", state);
                PrincipalName principal = other == null ? null : new PrincipalName(other);
                http.setAttribute(
                        "org.facecheck.pass",
                        new Pass(IDENTITY, NOW, "", request.getSession().getId(), principal, null, true, null));
                assertThat(FaceCheckSession.of(as(other)).requests().takeMatchingForm(FORM))
                        .as("%s gives alice's form to %s", version, other)
                        .isEmpty();
            }
        }

        /**
         * Bytes that were stored when the form of the session was fixed. To write them anew, for a class that is new in the
         * session and for nothing else: {@code ./mvnw test -Dtest=SessionVersionsTest -Dfacecheck.stored=write}.
         */
        @ParameterizedTest
        @FieldSource("formats")
        void what_was_stored_by_the_first_version_is_still_read(SessionFormat format) throws Exception {
            for (Map.Entry<String, Object> expected : everything().entrySet()) {
                Path file = Path.of(
                        "src/test/resources/org/facecheck/internal/session/stored", expected.getKey() + "." + format);
                if ("write".equals(System.getProperty("facecheck.stored"))) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, format.write(expected.getValue()));
                }

                Object read = format.read(Files.readAllBytes(file));

                assertThat(read)
                        .usingRecursiveComparison()
                        .ignoringFieldsMatchingRegexes(
                                ".*\\.id",
                                ".*\\.pendingRequestId",
                                "application",
                                "sessionId",
                                "oneTimeFingerprint",
                                ".*\\.fingerprint")
                        .isEqualTo(expected.getValue());
                if (read instanceof Pass pass) {
                    assertThat(List.of(RequestFingerprint.ofPage(FORM), SENT))
                            .as("which the first version did not tell apart")
                            .noneMatch(pass::isGoodOnceFor);
                    http.setAttribute("org.facecheck.pass", pass);
                    assertThat(Pass.in(as("alice")))
                            .as("since the first version did not say in which application")
                            .isNull();
                }
                if (read instanceof VerificationState state) {
                    assertThat(state.pending(OPEN, Initiator.SELF)
                                    .map(one -> one.request().target().text()))
                            .contains("/app/page");
                }
            }
        }
    }
}
