package org.yima.platform.credential;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the national code service is reached: {@code yima.code-service.*}. Over mutual TLS; plain
 * HTTP is for this machine alone.
 *
 * @param connectTimeout until there is a connection
 * @param timeout until the whole answer is there, the connection included
 * @param keyStore PKCS#12: our certificate and its key
 * @param trustStore PKCS#12: whom the service's certificate must come from
 * @param password of both files
 */
@ConfigurationProperties("yima.code-service")
record CodeServiceSettings(
    URI url,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("5s") Duration timeout,
    @Nullable Path keyStore,
    @Nullable Path trustStore,
    @DefaultValue("") String password) {

  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  CodeServiceSettings {
    boolean mutual = "https".equals(url.getScheme()) && keyStore != null && trustStore != null;
    boolean here = "http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost());
    if (!mutual && !here) {
      throw new IllegalArgumentException(
          "yima.code-service.url 应为 https，并设 key-store 与 trust-store；http 只用于本机："
              + " https with key-store and trust-store, or http to this machine");
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return String.valueOf(url);
  }
}
