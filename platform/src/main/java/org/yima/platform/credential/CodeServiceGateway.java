package org.yima.platform.credential;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The national code service over HTTP: one POST, one answer, no second try and no redirect. The
 * whole of it is bounded, in time and in bytes, because a cashier waits and the other side is not
 * ours. Nothing of what is said is logged.
 */
final class CodeServiceGateway implements NationalService, AutoCloseable {
  /** An answer has a handful of short fields. */
  static final int MOST_BYTES = 64 << 10;

  private static final Logger LOG = LoggerFactory.getLogger(CodeServiceGateway.class);
  private static final int OK = 200;

  private final HttpClient http;
  private final URI url;
  private final Duration timeout;

  /**
   * @throws IllegalStateException if a key or trust store cannot be used
   */
  CodeServiceGateway(CodeServiceSettings settings) {
    this.url = settings.url();
    this.timeout = settings.timeout();
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout());
    Path own = settings.keyStore();
    Path trusted = settings.trustStore();
    if (own != null && trusted != null) {
      builder.sslContext(mutual(own, trusted, settings.password().toCharArray()));
    }
    this.http = builder.build();
  }

  private static SSLContext mutual(Path own, Path trusted, char[] password) {
    try {
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store(own, password), password);
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store(trusted, password));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(
          "yima.code-service.key-store/trust-store 不能使用 cannot be used", e);
    }
  }

  private static KeyStore store(Path file, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }

  @Override
  public Answer decode(Question question) throws NoAnswer {
    try {
      return CodeServiceJson.answer(post(CodeServiceJson.question(question)));
    } catch (NoAnswer e) {
      LOG.error("the national code service: {}", e.getMessage());
      throw e;
    }
  }

  private byte[] post(byte[] body) throws NoAnswer {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json;charset=UTF-8")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    // A request's own time-out ends with the headers; this one covers the body too.
    CompletableFuture<HttpResponse<byte[]>> call =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    HttpResponse<byte[]> response = await(call);
    if (response.statusCode() != OK) {
      throw new NoAnswer("HTTP " + response.statusCode());
    }
    return response.body();
  }

  private <T> T await(CompletableFuture<T> call) throws NoAnswer {
    try {
      return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new NoAnswer("no answer within " + timeout);
    } catch (ExecutionException e) {
      @Nullable Throwable cause = e.getCause();
      throw new NoAnswer("failed: " + (cause == null ? e : cause).getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("interrupted");
    } finally {
      // Ends the exchange if it has not ended.
      call.cancel(true);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
