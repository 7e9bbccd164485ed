package org.yima.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * HTTP in, bytes out. Every answer of the interface is a 200; only what is not a message at all
 * gets another status. {@code /MiepayService.do} is the path that clients in the field call.
 */
@RestController
final class Gateway {
  /** 2 MiB: a bill of 3,000 lines is well below. */
  static final int MAX_BODY = 2 << 20;

  private static final MediaType FORM =
      MediaType.parseMediaType("application/x-www-form-urlencoded;charset=UTF-8");

  private final Exchange exchange;

  Gateway(Exchange exchange) {
    this.exchange = exchange;
  }

  @PostMapping({"/gateway", "/MiepayService.do"})
  ResponseEntity<byte[]> post(HttpServletRequest request) throws IOException {
    if (!isForm(request.getContentType())) {
      return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
    }
    if (request.getContentLengthLong() > MAX_BODY) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
    }
    byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
    }
    return ResponseEntity.ok()
        .contentType(FORM)
        .body(exchange.answer(body, request.getRemoteAddr()));
  }

  /** A client that names no type sends a form. */
  private static boolean isForm(String type) {
    return type == null
        || type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }
}
