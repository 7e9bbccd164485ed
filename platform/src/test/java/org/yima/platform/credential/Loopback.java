package org.yima.platform.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Stands for the national code service: a real HTTP server on this machine that says as told. */
final class Loopback implements AutoCloseable {
  /** How one request is answered. */
  interface Script {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  final List<String> asked = new CopyOnWriteArrayList<>();
  final CountDownLatch over = new CountDownLatch(1);
  private final HttpServer server;

  private Loopback(HttpServer server, Script script) {
    this.server = server;
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            script.answer(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  static Loopback http(Script script) throws IOException {
    return new Loopback(HttpServer.create(anywhere(), 0), script);
  }

  /** Over TLS, to those alone who have a certificate that this context trusts. */
  static Loopback mutual(SSLContext context, Script script) throws IOException {
    HttpsServer server = HttpsServer.create(anywhere(), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters both = context.getDefaultSSLParameters();
            both.setNeedClientAuth(true);
            parameters.setSSLParameters(both);
          }
        });
    return new Loopback(server, script);
  }

  private static InetSocketAddress anywhere() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  static void send(HttpExchange exchange, int status, @Nullable String body) throws IOException {
    byte[] bytes = body == null ? new byte[0] : body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  URI at(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/ec/query");
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
  }
}
