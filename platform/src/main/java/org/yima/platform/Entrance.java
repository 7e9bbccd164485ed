package org.yima.platform;

import org.springframework.stereotype.Component;
import org.yima.securitypkg.Reception;

/** Who comes in: what opens a message and proves its caller, and how many may come. */
@Component
record Entrance(Reception reception, Limits limits) {}
