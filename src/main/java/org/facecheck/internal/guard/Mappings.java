package org.facecheck.internal.guard;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a registration says that it is mapped to. */
public final class Mappings {
    private Mappings() {}

    /** The same; nothing where a server says {@code null}, as Open Liberty does, and the API has an empty collection. */
    public static Collection<String> of(@Nullable Collection<String> said) {
        return said == null ? List.of() : said;
    }
}
