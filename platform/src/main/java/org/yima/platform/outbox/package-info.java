/**
 * What features need to have an event told: entered in the transaction of what happened. And what
 * an operator needs to look after events. How they get to the institutions is in {@code notify}.
 */
package org.yima.platform.outbox;
