package org.yima.platform;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.yima.platform.institution.Registry;
import org.yima.platform.security.PlatformKeys;
import org.yima.securitypkg.KeyRing;
import org.yima.securitypkg.Reception;

/** Puts the server together. Clock, keys and policies may be brought along by who starts it. */
@SpringBootApplication
@EnableConfigurationProperties(PlatformKeys.class)
public class Server {
  @Bean
  KeyRing platformKeys(PlatformKeys keys, Clock clock, SecureRandom random) throws IOException {
    return keys.open(clock, random);
  }

  @Bean
  Reception reception(KeyRing keys, Registry registry, Clock clock, SecureRandom random) {
    return new Reception(keys, registry, clock, random);
  }
}
