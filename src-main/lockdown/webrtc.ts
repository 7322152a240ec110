import type { WebContents } from 'electron';

/** Attack: a peer connection reaches the network beside the list of allowed requests, and tells the machine's address. */
export function forbidPeerConnections(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
