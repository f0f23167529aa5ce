import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Server, startServer } from './servers'
import { folder } from './workspace'

export const hasNginx = () => spawnSync('nginx', ['-v']).status === 0

/** Debian's own settings for files (sendfile, tcp_nopush), without a log. One process, as ours is one. */
const settings = (port: number, files: string) => `daemon off;
master_process off;
pid nginx.pid;
error_log stderr;
events { worker_connections 768; }
http {
  sendfile on;
  tcp_nopush on;
  access_log off;
  types { application/pdf pdf; }
  client_body_temp_path temporary;
  proxy_temp_path temporary;
  fastcgi_temp_path temporary;
  uwsgi_temp_path temporary;
  scgi_temp_path temporary;
  server { listen 127.0.0.1:${port}; root ${files}; }
}
`

/** nginx on a free port, serving a folder. @param ready a file that is there */
export function startNginx(files: string, ready: string): Promise<Server> {
  const home = resolve(folder, 'nginx')
  mkdirSync(home, { recursive: true })
  const config = join(home, 'nginx.conf')
  const command = (port: number) => {
    writeFileSync(config, settings(port, resolve(files)))
    return ['nginx', '-p', home, '-c', config]
  }
  return startServer({ command, env: {}, ready })
}
