package org.yima.bench;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way through HTTP and nothing behind it: reads a body and answers so many bytes. */
@RestController
final class EchoPage {
  private static final int MOST = 2 << 20;

  @PostMapping("/bench/echo/{bytes}")
  byte[] echo(@PathVariable int bytes, HttpServletRequest request) throws IOException {
    request.getInputStream().readNBytes(MOST);
    return new byte[Math.clamp(bytes, 0, MOST)];
  }
}
