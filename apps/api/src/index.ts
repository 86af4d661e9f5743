export { ApiModule } from './api.module.js';
export { StartRefused } from './network/listening-address.js';
export { startServer, type RunningServer, type ServerOptions } from './start-server.js';
