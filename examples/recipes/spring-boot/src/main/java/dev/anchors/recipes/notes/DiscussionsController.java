package dev.anchors.recipes.notes;

import dev.anchors.domain.ConversationId;
import dev.anchors.domain.FullPath;
import dev.anchors.ports.AnchorRepositoryException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The conversations about a file, over HTTP. Responses are records of this application: an {@code Anchor} is no JSON. */
@RestController
class DiscussionsController {

    private final Discussions discussions;

    DiscussionsController(Discussions discussions) {
        this.discussions = discussions;
    }

    record Discussion(String file, List<String> conversations) {}

    @GetMapping("/conversations")
    Discussion conversations(@RequestParam("file") String file) {
        return new Discussion(
                file,
                discussions.about(new FullPath(file)).stream()
                        .map(ConversationId::value)
                        .toList());
    }

    @PutMapping("/conversations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@PathVariable("id") String id, @RequestParam("file") String file) {
        discussions.add(new FullPath(file), new ConversationId(id));
    }

    /** The message of a failure says what to do. It contains no path and no text of the service. */
    @ExceptionHandler
    ProblemDetail failed(AnchorRepositoryException failure) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, failure.getMessage());
        problem.setProperty("effect", failure.effect());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalid(IllegalArgumentException invalid) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, invalid.getMessage());
    }
}
