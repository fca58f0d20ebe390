// Generated from packages/mock-server/control/control.yaml by `pnpm generate`. Do not edit.
import type { ApiDescription } from "@m800/mock-engine";

export const api: ApiDescription = {
  "baseUrl": "http://127.0.0.1",
  "operations": [
    {
      "operationId": "createMock",
      "method": "POST",
      "path": "/mocks",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [
        {
          "properties": {
            "body": 1
          }
        },
        {
          "also": [
            2
          ]
        },
        {
          "also": [
            3
          ]
        },
        {
          "properties": {
            "accounts": 4
          }
        },
        {
          "items": [
            5
          ]
        },
        {
          "also": [
            6
          ]
        },
        {
          "properties": {
            "securityToken": 7,
            "password": 8
          }
        },
        {
          "isSecret": true
        },
        {
          "isSecret": true
        }
      ],
      "parameters": [],
      "requestBody": {
        "required": true,
        "content": {
          "application/json": {
            "schema": "/x-added-schemas/createMock.request.application_json"
          }
        }
      },
      "responses": {
        "201": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Mock",
              "examples": {
                "example": "{\"mock\":\"1\",\"baseUrl\":\"http://127.0.0.1:8081/api/1\"}"
              }
            }
          }
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "getMock",
      "method": "GET",
      "path": "/mocks/{mock}",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/getMock.parameters",
      "responses": {
        "200": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Mock",
              "examples": {
                "example": "{\"mock\":\"default\",\"baseUrl\":\"http://127.0.0.1:8080\"}"
              }
            }
          }
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "dropMock",
      "method": "DELETE",
      "path": "/mocks/{mock}",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/dropMock.parameters",
      "responses": {
        "204": {
          "headers": {},
          "content": {}
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "resetMock",
      "method": "POST",
      "path": "/mocks/{mock}/reset",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/resetMock.parameters",
      "responses": {
        "204": {
          "headers": {},
          "content": {}
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "listTokens",
      "method": "GET",
      "path": "/mocks/{mock}/tokens",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/listTokens.parameters",
      "responses": {
        "200": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/x-added-schemas/listTokens.200.application_json",
              "examples": {
                "example": "{\"tokens\":[]}"
              }
            }
          }
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "revokeTokens",
      "method": "POST",
      "path": "/mocks/{mock}/tokens/revoke",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/revokeTokens.parameters",
      "requestBody": {
        "required": true,
        "content": {
          "application/json": {
            "schema": "/x-added-schemas/revokeTokens.request.application_json"
          }
        }
      },
      "responses": {
        "204": {
          "headers": {},
          "content": {}
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "expireTokens",
      "method": "POST",
      "path": "/mocks/{mock}/tokens/expire",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/expireTokens.parameters",
      "responses": {
        "204": {
          "headers": {},
          "content": {}
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "readClock",
      "method": "GET",
      "path": "/mocks/{mock}/clock",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/readClock.parameters",
      "responses": {
        "200": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Clock",
              "examples": {
                "example": "{\"now\":1700000000000}"
              }
            }
          }
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "advanceClock",
      "method": "POST",
      "path": "/mocks/{mock}/clock/advance",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/advanceClock.parameters",
      "requestBody": {
        "required": true,
        "content": {
          "application/json": {
            "schema": "/x-added-schemas/advanceClock.request.application_json"
          }
        }
      },
      "responses": {
        "200": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Clock",
              "examples": {
                "example": "{\"now\":1700000000000}"
              }
            }
          }
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "addReply",
      "method": "POST",
      "path": "/mocks/{mock}/replies",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/addReply.parameters",
      "requestBody": {
        "required": true,
        "content": {
          "application/json": {
            "schema": "/x-added-schemas/addReply.request.application_json"
          }
        }
      },
      "responses": {
        "201": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Added",
              "examples": {
                "example": "{\"id\":\"1\"}"
              }
            }
          }
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "removeReply",
      "method": "DELETE",
      "path": "/mocks/{mock}/replies/{id}",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        },
        {
          "name": "id",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/removeReply.parameters",
      "responses": {
        "204": {
          "headers": {},
          "content": {}
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "addFault",
      "method": "POST",
      "path": "/mocks/{mock}/faults",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/addFault.parameters",
      "requestBody": {
        "required": true,
        "content": {
          "application/json": {
            "schema": "/x-added-schemas/addFault.request.application_json"
          }
        }
      },
      "responses": {
        "201": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Added",
              "examples": {
                "example": "{\"id\":\"1\"}"
              }
            }
          }
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "clearFaults",
      "method": "DELETE",
      "path": "/mocks/{mock}/faults",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/clearFaults.parameters",
      "responses": {
        "204": {
          "headers": {},
          "content": {}
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "removeFault",
      "method": "DELETE",
      "path": "/mocks/{mock}/faults/{id}",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        },
        {
          "name": "id",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/removeFault.parameters",
      "responses": {
        "204": {
          "headers": {},
          "content": {}
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "listRequests",
      "method": "GET",
      "path": "/mocks/{mock}/requests",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        },
        {
          "name": "operationId",
          "in": "query",
          "reading": "string",
          "style": "form",
          "explode": true
        }
      ],
      "parametersSchema": "/x-added-schemas/listRequests.parameters",
      "responses": {
        "200": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/x-added-schemas/listRequests.200.application_json",
              "examples": {
                "example": "{\"requests\":[]}"
              }
            }
          }
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    },
    {
      "operationId": "sendMessage",
      "method": "POST",
      "path": "/mocks/{mock}/messages",
      "security": [
        [
          {
            "kind": "http",
            "scheme": "bearer"
          }
        ]
      ],
      "secrets": [],
      "parameters": [
        {
          "name": "mock",
          "in": "path",
          "reading": "string",
          "style": "simple",
          "explode": false
        }
      ],
      "parametersSchema": "/x-added-schemas/sendMessage.parameters",
      "requestBody": {
        "required": true,
        "content": {
          "application/json": {
            "schema": "/x-added-schemas/sendMessage.request.application_json"
          }
        }
      },
      "responses": {
        "200": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Answer",
              "examples": {
                "example": "{\"status\":204,\"headers\":{},\"body\":\"\"}"
              }
            }
          }
        },
        "default": {
          "headers": {},
          "content": {
            "application/json": {
              "schema": "/components/schemas/Problem",
              "examples": {
                "example": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}"
              },
              "refusal": {
                "body": "{\"code\":\"invalid_request\",\"message\":\"There is no operation listNumbers.\"}",
                "place": [
                  "message"
                ]
              }
            }
          }
        }
      }
    }
  ],
  "webhooks": []
};
