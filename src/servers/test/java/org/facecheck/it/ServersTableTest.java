package org.facecheck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.facecheck.it.ServerRow.Feature;
import org.junit.jupiter.api.Test;

class ServersTableTest {

    @Test
    void the_documents_have_a_row_for_each_server_in_the_version_that_is_tested() throws IOException {
        assertThat(ServersTable.rows().stream().map(ServerRow::name).distinct())
                .containsExactlyElementsOf(
                        Server.all().stream().map(Server::name).toList());
    }

    @Test
    void each_row_says_yes_or_no_in_each_column() throws IOException {
        for (ServerRow row : ServersTable.rows()) {
            assertThat(row.cells()).hasSize(Feature.values().length).containsAnyOf("yes", "no");
            assertThat(row.cells()).isSubsetOf("yes", "no");
        }
    }
}
