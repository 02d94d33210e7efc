package org.facecheck.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.Set;
import org.facecheck.load.Options.Part;
import org.facecheck.load.server.ServerKind;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void everything_where_nothing_is_named() {
        assertEquals(
                new Options(false, EnumSet.allOf(Part.class), EnumSet.allOf(ServerKind.class)), Options.parse("smoke"));
        assertEquals(new Options(false, EnumSet.allOf(Part.class), EnumSet.allOf(ServerKind.class)), Options.parse());
    }

    /** As Maven gives it: all words in one argument. */
    @Test
    void some_parts_on_one_server() {
        assertEquals(
                new Options(true, Set.of(Part.MEMORY, Part.SLOW), Set.of(ServerKind.WILDFLY)),
                Options.parse("full memory slow wildfly"));
    }

    @Test
    void an_unknown_word_is_an_error() {
        assertThrows(IllegalArgumentException.class, () -> Options.parse("full", "memroy"));
    }
}
