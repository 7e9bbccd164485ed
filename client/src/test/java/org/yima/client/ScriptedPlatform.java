package org.yima.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.FormReader;
import org.yima.protocol.MalformedMessage;
import org.yima.securitypkg.CannotOpen;
import org.yima.securitypkg.Received;
import org.yima.securitypkg.Reception;
import org.yima.securitypkg.Suite;

/**
 * A platform on a real port with real keys. What it answers, and how it fails, is a script: one
 * scene for each request, in order.
 */
final class ScriptedPlatform implements AutoCloseable {
  static final String HOSPCODE = "99000001";

  private final Reception reception;
  private final Suite suite;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Scene> script = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private final List<String> transdata = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();

  /** What happens to one request that was opened. */
  interface Scene {
    void play(Received request, HttpExchange http) throws IOException;
  }

  ScriptedPlatform(Suite suite) {
    this(suite, Cast.reception(suite));
  }

  ScriptedPlatform(Suite suite, Reception reception) {
    this.suite = suite;
    this.reception = reception;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/gateway", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  private void serve(HttpExchange http) throws IOException {
    try (http) {
      play(http);
    }
  }

  private void play(HttpExchange http) throws IOException {
    try {
      Received request = reception.open(FormReader.readBody(http.getRequestBody().readAllBytes()));
      next(request).play(request, http);
    } catch (MalformedMessage | CannotOpen e) {
      http.sendResponseHeaders(599, -1);
    }
  }

  private synchronized Scene next(Received request) {
    calls.add(request.value("transtype"));
    transdata.add(request.value("transdata"));
    Scene scene = script.poll();
    return scene == null ? status(598) : scene;
  }

  synchronized ScriptedPlatform then(Scene scene) {
    script.add(scene);
    return this;
  }

  /** The transactions that came, in order. */
  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** The XML of the last request. */
  synchronized String lastTransdata() {
    return transdata.getLast();
  }

  /** How long the client would have waited between its tries. */
  List<Duration> waits() {
    return waits;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/gateway");
  }

  YimaClientBuilder builder() {
    return new YimaClientBuilder(uri(), Cast.kit(suite), HOSPCODE, "测试医院")
        .backOff(Duration.ofSeconds(1), Duration.ofSeconds(2))
        .pause(waits::add);
  }

  YimaClient client() {
    return builder().build();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** A genuine answer. */
  static Scene answer(SortedMap<String, String> elements) {
    return answer(_ -> elements);
  }

  /** A genuine answer that repeats something of the request. */
  static Scene answer(Function<Element, SortedMap<String, String>> elements) {
    return (request, http) -> {
      byte[] body = request.reply().write(elements.apply(data(request)));
      send(http, body);
    };
  }

  static Element data(Received request) {
    try {
      return ElementReader.read(request.value("transdata"), "transdata");
    } catch (MalformedMessage e) {
      throw new AssertionError(e);
    }
  }

  static void send(HttpExchange http, byte[] body) throws IOException {
    http.sendResponseHeaders(200, body.length);
    http.getResponseBody().write(body);
  }

  /** The request arrives, its answer does not. */
  static Scene lost() {
    return (_, http) -> http.close();
  }

  static Scene status(int status) {
    return (_, http) -> http.sendResponseHeaders(status, -1);
  }

  static Scene redirectTo(URI elsewhere) {
    return (_, http) -> {
      http.getResponseHeaders().add("Location", elsewhere.toString());
      http.sendResponseHeaders(307, -1);
    };
  }

  static Scene body(byte[] body) {
    return (_, http) -> send(http, body);
  }

  /** The platform's word, bound to no request, that it could not open this one. */
  Scene unopened() {
    return body(reception.plainRefusal("12", "无法解密或验签", suite.name()));
  }

  /** Answer elements: both levels done. */
  static SortedMap<String, String> done() {
    return coded("00", "00", "成功");
  }

  static SortedMap<String, String> coded(String respcode, String aprcode, String message) {
    SortedMap<String, String> elements = new TreeMap<>();
    elements.put("respcode", respcode);
    elements.put("respmsg", message);
    elements.put("aprcode", aprcode);
    elements.put("aprtmsg", message);
    return elements;
  }
}
