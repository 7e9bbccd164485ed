/** Owns nothing yet. */
package org.yima.client;
