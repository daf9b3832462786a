// A customer with Microsoft's own Direct Line client, led line by line:
//   node client.mjs DIRECT_LINE_URL TOKEN
// Each line on standard input is said. Each line on standard output is an activity that came, or {"said": id} for what went out.
import readline from 'node:readline';
import directline from 'botframework-directlinejs';
import WebSocket from 'ws';
import XMLHttpRequest from 'xhr2';

// What the client looks for in a browser.
Object.assign(globalThis, { WebSocket, XMLHttpRequest });

const [domain, token] = process.argv.slice(2);
const tell = what => process.stdout.write(JSON.stringify(what) + '\n');
// An option of the client: its waits before it comes back are then 0.6 s instead of 3 to 15.
const random = () => -0.2;
const client = new directline.DirectLine({ domain, token, random });

client.activity$.subscribe(tell, error => tell({ broken: String(error.message ?? error) }), () => tell({ broken: 'ended' }));

const post = activity => new Promise((sent, failed) => client.postActivity(activity).subscribe(sent, failed));

let count = 0;
for await (const text of readline.createInterface({ input: process.stdin })) {
  // The client says "retry" where no answer came back, and leaves it to the page: the same activity again, under the same name.
  const activity = { type: 'message', text, from: { id: 'customer' }, channelData: { clientActivityID: `message-${++count}` } };
  let id;
  do {
    id = await post(activity);
  } while (id === 'retry');
  tell({ said: id });
}

process.exit();
