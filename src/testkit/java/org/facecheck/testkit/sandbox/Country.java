package org.facecheck.testkit.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A country, under the codes of ISO 3166. */
public record Country(String iso3, String iso2, String name) {

    /** The country with this code of three letters, in upper or lower case. */
    static Optional<Country> of(String iso3) {
        String wanted = iso3.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Locale.getISOCountries())
                .map(iso2 -> new Locale.Builder().setRegion(iso2).build())
                .filter(country -> country.getISO3Country().equals(wanted))
                .map(country -> new Country(wanted, country.getCountry(), country.getDisplayCountry(Locale.ENGLISH)))
                .findFirst();
    }
}
