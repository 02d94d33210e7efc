package org.facecheck.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facecheck.AcceptancePolicy;
import org.facecheck.FaceCheckEvent.Outcome;
import org.facecheck.FaceMatch;
import org.facecheck.FaceMatch.Cause;
import org.facecheck.FaceMatch.Hint;
import org.facecheck.IdentityBinding;
import org.facecheck.KycIdentity;
import org.facecheck.KycRecord;
import org.facecheck.fake.FakeRequest;
import org.facecheck.fake.Records;
import org.facecheck.fake.TestConfig;
import org.facecheck.internal.session.FaceCheckSession;
import org.facecheck.internal.verdict.Verdict.Refused;
import org.facecheck.internal.verdict.Verdict.Trouble;
import org.facecheck.internal.verdict.Verdict.Verified;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
    private static final AcceptancePolicy POLICY = new ConfiguredAcceptancePolicy(
            TestConfig.with().read().acceptance(), Clock.fixed(Instant.parse("2030-06-30T12:00:00Z"), ZoneOffset.UTC));
    private static final IdentityBinding ANYBODY = (records, earlier, request) -> true;
    private static final Set<String> FIELDS = Set.of("fullName", "dob", "fullName_local");

    private final FakeRequest request = FakeRequest.of("POST", "/app/facecheck");
    private final Records card = Records.of("card", "FIRST LAST");
    private final Records passport = Records.of("passport", "FIRST LAST");
    private final Records stranger = Records.of("stranger", "SOMEBODY ELSE");

    private Verdict judge(FaceMatch match) {
        return new Judge(POLICY, ANYBODY, FIELDS).judge(match, request);
    }

    private Verdict judge(Records... records) {
        return judge(match(records));
    }

    private static FaceMatch match(Records... records) {
        return new FaceMatch.Matched(Arrays.stream(records).map(Records::build).toList());
    }

    private static KycIdentity identity(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verified.class);
        return ((Verified) verdict).identity();
    }

    @Nested
    class What_is_no_match {
        @ParameterizedTest
        @EnumSource
        void for_want_of_a_better_picture_asks_for_one(Hint hint) {
            assertThat(judge(new FaceMatch.Retake(hint))).isEqualTo(new Verdict.Retake(hint));
        }

        @Test
        void is_refused() {
            assertThat(judge(new FaceMatch.NotMatched())).isEqualTo(new Refused(Outcome.NOT_MATCHED));
        }

        @Test
        void for_the_documents_on_file_is_refused_as_not_accepted() {
            assertThat(judge(new FaceMatch.NotAccepted()).outcome()).isEqualTo(Outcome.NOT_ACCEPTED);
        }

        @ParameterizedTest
        @EnumSource
        void because_of_trouble_tells_the_operator_which(Cause cause) {
            assertThat(judge(new FaceMatch.Trouble(cause, "status 500")))
                    .isEqualTo(new Trouble(cause + ": status 500"));
        }

        @Test
        void because_of_trouble_says_when_to_come_back() {
            Duration wait = Duration.ofSeconds(77);
            assertThat(judge(new FaceMatch.Trouble(Cause.UNAVAILABLE, "status 429", wait)))
                    .isEqualTo(new Trouble("UNAVAILABLE: status 429", wait));
        }

        @Test
        void because_a_matcher_gave_none_is_trouble() {
            assertThat(judge((FaceMatch) null).outcome()).isEqualTo(Outcome.TROUBLE);
        }
    }

    @Nested
    class A_record {
        @Test
        void that_is_good_enough_verifies() {
            assertThat(identity(judge(card)).recordId()).contains("card");
        }

        @Test
        void that_is_not_good_enough_is_refused_with_the_policys_reason() {
            assertThat(judge(card.liveness("reject"))).isEqualTo(new Refused(Outcome.NOT_ACCEPTED, "liveness"));
        }

        @Test
        void without_an_id_verifies_too() {
            assertThat(identity(judge(Records.of(null, "FIRST LAST"))).recordId())
                    .isEmpty();
        }
    }

    @Nested
    class Of_several_records {
        @Test
        void one_that_is_good_enough_will_do() {
            assertThat(identity(judge(passport.status("REJECTED"), card)).recordId())
                    .contains("card");
        }

        @Test
        void one_that_is_not_good_enough_may_be_anybodys() {
            assertThat(judge(card, stranger.status("REJECTED"))).isInstanceOf(Verified.class);
        }

        @Test
        void none_being_good_enough_each_reason_is_told_once() {
            assertThat(judge(card.status("REJECTED"), passport.liveness("reject"), stranger.status(null)))
                    .isEqualTo(new Refused(Outcome.NOT_ACCEPTED, "liveness, status"));
        }

        @Test
        void good_ones_of_two_persons_verify_neither() {
            assertThat(judge(card, stranger)).isEqualTo(new Refused(Outcome.AMBIGUOUS, "2 records"));
        }

        @ParameterizedTest
        @CsvFileSource(resources = "/names-of-one-person.csv")
        void good_ones_of_one_person_are_not_ambiguous_however_the_name_is_written(String one, String other) {
            assertThat(judge(card.field("fullName", one), passport.field("fullName", other)))
                    .isInstanceOf(Verified.class);
        }

        @Test
        void the_one_that_is_valid_longest_says_who_it_is() {
            LocalDate soon = LocalDate.of(2031, 1, 1);
            LocalDate late = LocalDate.of(2039, 1, 1);

            assertThat(identity(judge(card.expiry(soon), passport.expiry(late))).recordId())
                    .contains("passport");
            assertThat(identity(judge(card.expiry(late), passport.expiry(soon))).recordId())
                    .contains("card");
        }

        @Test
        void one_without_an_expiry_counts_as_the_shortest() {
            Judge lax = new Judge(record -> Optional.empty(), ANYBODY, FIELDS);

            assertThat(identity(lax.judge(match(card.expiry(null), passport), request))
                            .recordId())
                    .contains("passport");
            assertThat(identity(lax.judge(match(card.expiry(null), passport.expiry(null)), request))
                            .recordId())
                    .contains("card");
        }
    }

    @Nested
    class The_identity {
        @Test
        void holds_what_the_deployer_allows_and_nothing_else() {
            assertThat(identity(judge(card.field("fullName_local", "الاسم بالعربي")))
                            .fields())
                    .isEqualTo(
                            Map.of("fullName", "FIRST LAST", "dob", "1980-02-03", "fullName_local", "الاسم بالعربي"));
        }

        @Test
        void lacks_what_the_record_lacks() {
            assertThat(identity(judge(card.field("dob", null))).fields()).containsOnlyKeys("fullName");
        }

        @Test
        void holds_nothing_where_nothing_is_allowed() {
            assertThat(identity(new Judge(POLICY, ANYBODY, Set.of()).judge(match(card), request))
                            .fields())
                    .isEmpty();
        }
    }

    @Nested
    class The_binding {
        private final List<List<KycRecord>> asked = new ArrayList<>();
        private final List<Optional<KycIdentity>> earlierOnes = new ArrayList<>();
        private final Judge judge = new Judge(
                POLICY,
                (records, earlier, sender) -> {
                    assertThat(sender).isSameAs(request);
                    asked.add(records);
                    earlierOnes.add(Optional.ofNullable(earlier));
                    return earlier == null;
                },
                FIELDS);

        @Test
        void is_shown_the_accepted_records_only() {
            judge.judge(match(card, stranger.status("REJECTED"), passport), request);

            assertThat(asked).containsExactly(List.of(card.build(), passport.build()));
        }

        @Test
        void knows_of_nobody_at_first() {
            assertThat(judge.judge(match(card), request)).isInstanceOf(Verified.class);
            assertThat(earlierOnes).containsExactly(Optional.empty());
        }

        @Test
        void is_told_who_was_verified_before_however_long_ago() {
            KycIdentity before = new KycIdentity("before", Map.of());
            FaceCheckSession.of(request).grant(before, 0);

            assertThat(judge.judge(match(card), request)).isEqualTo(new Refused(Outcome.OTHER_PERSON, null, "card"));
            assertThat(earlierOnes).containsExactly(Optional.of(before));
        }

        @Test
        void is_not_told_of_somebody_who_was_verified_for_another_login() {
            FaceCheckSession.of(request).grant(new KycIdentity("before", Map.of()), 0);

            judge.judge(match(card), request.as("alice"));

            assertThat(earlierOnes).containsExactly(Optional.empty());
        }

        @Test
        void is_not_asked_about_what_was_refused_before() {
            judge.judge(match(card, stranger), request);
            judge.judge(match(card.status(null)), request);
            judge.judge(new FaceMatch.NotMatched(), request);

            assertThat(asked).isEmpty();
        }
    }

    @Nested
    class What_is_broken_verifies_nobody {
        @Test
        void a_policy_that_throws() {
            AcceptancePolicy broken = record -> {
                throw new IllegalArgumentException("FIRST LAST");
            };

            isTroubleWithoutNames(new Judge(broken, ANYBODY, FIELDS).judge(match(card), request));
        }

        @Test
        @SuppressWarnings("NullOptional")
        void a_policy_that_gives_no_answer() {
            isTroubleWithoutNames(new Judge(record -> null, ANYBODY, FIELDS).judge(match(card), request));
        }

        @Test
        void a_binding_that_throws() {
            IdentityBinding broken = (records, earlier, sender) -> {
                throw new IllegalStateException("FIRST LAST");
            };

            isTroubleWithoutNames(new Judge(POLICY, broken, FIELDS).judge(match(card), request));
        }

        private void isTroubleWithoutNames(Verdict verdict) {
            assertThat(verdict.outcome()).isEqualTo(Outcome.TROUBLE);
            assertThat(verdict.detail()).contains("Exception").doesNotContain("FIRST");
        }
    }
}
