package dev.tracemend.status.http;

import dev.tracemend.status.access.Admission;
import dev.tracemend.status.access.Gate;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;

/** {@code /login}: takes the token from the form of {@link LoginPage}, which is the only one that may send it. */
@Controller(AccessGuard.LOGIN)
final class LoginController {
    private final Gate gate;
    private final LoginPage page;

    LoginController(Gate gate, LoginPage page) {
        this.gate = gate;
        this.page = page;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> login(HttpRequest<?> request, @Body String form) {
        String token = new QueryStringDecoder(form, false)
                .parameters()
                .getOrDefault("token", List.of(""))
                .get(0)
                .strip();
        Admission admission = gate.present(request.getRemoteAddress().getAddress(), token);
        if (admission instanceof Admission.TooOften soon) {
            return page.asking("Too many wrong tokens. Try again in " + soon.seconds() + " seconds.")
                    .status(HttpStatus.TOO_MANY_REQUESTS)
                    .header("Retry-After", Long.toString(soon.seconds()));
        }
        return admission instanceof Admission.In ? page.entered() : page.asking("That is not the token.");
    }
}
