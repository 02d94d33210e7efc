package org.facecheck.testkit.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands behind the question mark of an address, decoded. */
record QueryParameters(Map<String, String> values) {

    static QueryParameters of(URI address) {
        String query = address.getRawQuery();
        return new QueryParameters(
                query == null
                        ? Map.of()
                        : Arrays.stream(query.split("&", -1))
                                .map(pair -> pair.split("=", 2))
                                .collect(Collectors.toMap(
                                        pair -> decoded(pair[0]),
                                        pair -> pair.length > 1 ? decoded(pair[1]) : "",
                                        (first, second) -> first)));
    }

    /** Empty where it was not sent. */
    String value(String name) {
        return values.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
