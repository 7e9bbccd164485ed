package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is answered before anything is read. */
@ExtendWith(Scene.Shared.class)
class HttpTest {
  /** What is no message at all does not reach the interface. */
  @Test
  void httpAnswersForItself(Scene scene) throws Exception {
    URI gateway = scene.sandbox.gateway();
    String form = "application/x-www-form-urlencoded";
    byte[] large = new byte[3 << 20];
    Map<String, String> before = scene.tables.contents();
    assertThat(Hospital.post(gateway, form, large).statusCode()).as("3 MiB").isEqualTo(413);
    assertThat(status(request(gateway).POST(chunked(large)).header("Content-Type", form)))
        .as("3 MiB in chunks, length not said")
        .isEqualTo(413);
    assertThat(Hospital.post(gateway, "application/json", new byte[2]).statusCode())
        .as("JSON")
        .isEqualTo(415);
    assertThat(status(request(gateway).GET())).as("GET").isEqualTo(405);
    assertThat(Hospital.post(gateway.resolve("/other"), form, new byte[2]).statusCode())
        .as("unknown path")
        .isEqualTo(404);
    assertThat(scene.tables.contents()).isEqualTo(before);
  }

  private static HttpRequest.BodyPublisher chunked(byte[] body) {
    return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
  }

  private static HttpRequest.Builder request(URI to) {
    return HttpRequest.newBuilder(to).timeout(Duration.ofSeconds(20));
  }

  private static int status(HttpRequest.Builder request) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
