package org.facecheck.engine.service.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facecheck.engine.service.client.Client.Right;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsTest {
    /** {@code printf %s secret | sha256sum}. */
    private static final String HASH = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

    @TempDir
    Path directory;

    private Clients clients(String text) throws IOException {
        return Clients.read(Files.writeString(directory.resolve("clients"), text));
    }

    @Test
    void a_client_proves_itself_by_its_secret() throws IOException {
        Clients clients = clients("# the intranet\nintranet " + HASH + " check\n\nhr\t" + HASH + " enrol\n");

        assertThat(clients.find("intranet", "secret")).map(Client::right).contains(Right.CHECK);
        assertThat(clients.find("hr", "secret")).map(Client::right).contains(Right.ENROL);
        assertThat(clients.find("intranet", "Secret")).isEmpty();
        assertThat(clients.find("intranet", "")).isEmpty();
        assertThat(clients.find("nobody", "")).isEmpty();
        assertThat(clients.find("nobody", "secret")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hr",
                "hr secret enrol",
                "hr " + HASH,
                "hr " + HASH + " everything",
                "intranet " + HASH + " enrol"
            })
    void a_line_that_is_no_client_is_named_by_its_number(String line) {
        assertThatThrownBy(() -> clients("intranet " + HASH + " check\n" + line))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void a_file_that_names_nobody_is_refused() {
        assertThatThrownBy(() -> clients("# nobody\n")).hasMessageContaining("names no client");
    }
}
