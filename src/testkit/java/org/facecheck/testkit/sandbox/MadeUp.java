package org.facecheck.testkit.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Three people whom nobody has ever met. Two of them have names in other letters than Latin, the third has umlauts, since
 * applications that can't take those should find out here.
 */
final class MadeUp {

    private MadeUp() {}

    /** No document of theirs ever expires: each is valid for some years from today, whenever that is. */
    static List<Person> people(Clock clock) {
        LocalDate today = LocalDate.now(clock);
        Document amina = new Document(
                "Amina",
                "Haddad",
                "أمينة حداد",
                "F",
                LocalDate.of(1991, 3, 14),
                country("BHR"),
                "910314207",
                today.plusYears(4));
        Document wei = new Document(
                "Wei", "Zhang", "张伟", "M", LocalDate.of(1986, 11, 2), country("CHN"), "G86110245", today.plusYears(6));
        Document joerg = new Document(
                "Jörg",
                "Müller",
                "Jörg Müller",
                "M",
                LocalDate.of(1974, 7, 23),
                country("DEU"),
                "L01X00T47",
                today.plusYears(8));
        Instant enrolled = clock.instant().minus(300, ChronoUnit.DAYS);
        return List.of(
                new Person("amina", amina, photo(Look.AMINA), enrolled),
                new Person("wei", wei, photo(Look.WEI), enrolled),
                new Person("joerg", joerg, photo(Look.JOERG), enrolled));
    }

    private static Country country(String iso3) {
        return Country.of(iso3).orElseThrow();
    }

    private static Photo photo(Look look) {
        return Photo.of(Portrait.of(look));
    }
}
