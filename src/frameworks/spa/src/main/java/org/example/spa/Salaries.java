package org.example.spa;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;

/** What the page shows and changes. */
@Path("salaries")
@Produces(MediaType.APPLICATION_JSON)
public class Salaries {

    @GET
    public JsonObject list(@QueryParam("of") @DefaultValue("all") String of) {
        return Json.createObjectBuilder().add("name", "PROTECTED").add("of", of).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public JsonObject change(JsonObject change) {
        return Json.createObjectBuilder().add("saved", change.getString("name")).build();
    }

    @POST
    @Path("files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public JsonObject upload(List<EntityPart> parts) throws IOException {
        EntityPart file = parts.get(0);
        return Json.createObjectBuilder()
                .add("file", file.getFileName().orElse(""))
                .add("length", file.getContent().readAllBytes().length)
                .build();
    }

    /** Ends the session. */
    @DELETE
    @Path("session")
    public void logOut(@Context HttpServletRequest request) {
        request.getSession().invalidate();
    }
}
