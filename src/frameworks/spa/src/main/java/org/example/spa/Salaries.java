package org.example.spa;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the page shows and changes. */
@Path("salaries")
@Produces(MediaType.APPLICATION_JSON)
public class Salaries {

    @GET
    public JsonObject list() {
        return Json.createObjectBuilder().add("name", "PROTECTED").build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject change(JsonObject change) {
        return Json.createObjectBuilder().add("saved", change.getString("name")).build();
    }
}
