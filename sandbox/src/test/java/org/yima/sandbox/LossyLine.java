package org.yima.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;

/**
 * A line between a hospital and the platform that loses what it is told to lose: whole requests, or
 * the replies to requests that have arrived.
 */
final class LossyLine implements AutoCloseable {
  /** What becomes of one call. */
  enum Fate {
    ARRIVES,
    REQUEST_LOST,
    REPLY_LOST,
    /** It arrives a second time, and the first reply is lost. */
    TWICE
  }

  private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";

  private final HttpServer server;
  private final URI gateway;
  private final Deque<Fate> fates = new ArrayDeque<>();

  LossyLine(URI gateway) {
    this.gateway = gateway;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/gateway", this::carry);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/gateway");
  }

  /** The fates of the next calls; those after them arrive. */
  synchronized void next(Fate... next) {
    fates.clear();
    for (Fate fate : next) {
      fates.add(fate);
    }
  }

  private synchronized Fate fate() {
    Fate fate = fates.poll();
    return fate == null ? Fate.ARRIVES : fate;
  }

  private void carry(HttpExchange http) throws IOException {
    byte[] request = http.getRequestBody().readAllBytes();
    Fate fate = fate();
    if (fate == Fate.REQUEST_LOST) {
      http.close();
      return;
    }
    HttpResponse<byte[]> reply = Hospital.post(gateway, FORM, request);
    if (fate == Fate.TWICE) {
      reply = Hospital.post(gateway, FORM, request);
    }
    if (fate != Fate.REPLY_LOST) {
      http.sendResponseHeaders(reply.statusCode(), reply.body().length);
      http.getResponseBody().write(reply.body());
    }
    http.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
